package text

// CannotRead says that the system refused to read a file, and why.
func CannotRead(reason Phrase) Message {
	return say("system/cannot-read",
		"lecture impossible : "+reason.FR,
		"cannot be read: "+reason.EN)
}

// CannotWrite says that the system refused to write a file, and why.
func CannotWrite(reason Phrase) Message {
	return say("system/cannot-write",
		"écriture impossible : "+reason.FR,
		"cannot be written: "+reason.EN)
}

// NotFound says that a file does not exist.
func NotFound() Message {
	return say("system/not-found", "fichier introuvable", "no such file")
}

// NoSuchFolder is why a file cannot be written.
func NoSuchFolder() Phrase { return Phrase{"le dossier n'existe pas", "no such folder"} }

// NoPermission is why a file cannot be read or written.
func NoPermission() Phrase { return Phrase{"droits insuffisants", "permission denied"} }

// DiskFull is why a file cannot be written.
func DiskFull() Phrase { return Phrase{"il n'y a plus de place", "no space left"} }

// IsAFolder is why a file cannot be read or written.
func IsAFolder() Phrase { return Phrase{"c'est un dossier", "it is a folder"} }

// NotAFolder is why there is no file: what stands in the place of its folder is none.
func NotAFolder() Phrase {
	return Phrase{"ce qui devrait être son dossier n'en est pas un", "what should be its folder is none"}
}

// NameTooLong is why a file cannot be read or written.
func NameTooLong() Phrase {
	return Phrase{"son nom, ou celui d'un dossier, est trop long", "its name, or that of a folder, is too long"}
}

// NotAFile is why a file cannot be compared.
func NotAFile() Phrase {
	return Phrase{"ce n'est pas un fichier ordinaire", "it is not a regular file"}
}

// TooManyLinks is why a file cannot be read or written.
func TooManyLinks() Phrase {
	return Phrase{"des liens symboliques tournent en rond", "symbolic links lead in a circle"}
}

// ReadOnlyDisk is why a file cannot be written.
func ReadOnlyDisk() Phrase {
	return Phrase{"le disque est en lecture seule", "the disk is read-only"}
}

// DeviceFails is why a file cannot be read or written.
func DeviceFails() Phrase {
	return Phrase{"le disque ou le réseau a signalé une erreur", "the disk or the network reported an error"}
}

// InUse is why a file cannot be read or written.
func InUse() Phrase {
	return Phrase{"un autre programme s'en sert", "another program uses it"}
}

// BrokenPipe is why a result cannot be written.
func BrokenPipe() Phrase {
	return Phrase{"personne ne lit plus ce qui est écrit", "nobody reads what is written any more"}
}

// SystemSays is why the system refused, in its own words.
func SystemSays(reason string) Phrase {
	return Phrase{"le système répond « " + Quote(reason) + " »", Quote(reason)}
}

// Interrupted says that a run was ended while it wrote its files.
func Interrupted() Message {
	return say("system/interrupted",
		"interrompu : aucun fichier n'a été écrit",
		"interrupted: no file was written")
}
