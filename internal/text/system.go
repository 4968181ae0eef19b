package text

// CannotRead says that the system refused to read a file; reason is the system's word.
func CannotRead(reason string) Message {
	return say("system/cannot-read",
		"lecture impossible : "+reason,
		"cannot be read: "+reason)
}

// NotFound says that a file does not exist.
func NotFound() Message {
	return say("system/not-found", "fichier introuvable", "no such file")
}

// CannotWrite says that the system refused to write a file; reason is the system's word.
func CannotWrite(reason string) Message {
	return say("system/cannot-write",
		"écriture impossible : "+reason,
		"cannot be written: "+reason)
}
