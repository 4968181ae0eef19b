package text

import "fmt"

// meant suggests a name in a hint; no hint without one.
func meant(m Message, near string) Message {
	if near == "" {
		return m
	}
	return m.todo(
		fmt.Sprintf("vouliez-vous dire « %s » ?", Quote(near)),
		fmt.Sprintf("did you mean %q?", Quote(near)))
}

// meantOrHelp suggests a name, else where help is.
func meantOrHelp(m Message, near, command string) Message {
	if near != "" {
		return meant(m, near)
	}
	return m.todo("voir "+command+" --help", "see "+command+" --help")
}

// meantOr suggests a name, else lists those that there are.
func meantOr(m Message, near, all string) Message {
	if near != "" {
		return meant(m, near)
	}
	return m.todo("possibles : "+all, "possible: "+all)
}

// Failed passes on an error that has no words of its own.
func Failed(reason string) Message {
	return say("system/failed", "échec : "+Quote(reason), "failed: "+Quote(reason))
}

// UnknownCommand refuses a command.
func UnknownCommand(name, near, parent string) Message {
	return meantOrHelp(say("usage/unknown-command",
		fmt.Sprintf("commande inconnue : « %s »", Quote(name)),
		fmt.Sprintf("unknown command %q", Quote(name))), near, parent)
}

// UnknownFlag refuses a flag.
func UnknownFlag(name, near, command string) Message {
	if near != "" {
		near = "--" + near
	}
	return meantOrHelp(say("usage/unknown-flag",
		fmt.Sprintf("option inconnue : « %s »", Quote(name)),
		fmt.Sprintf("unknown flag %q", Quote(name))), near, command)
}

// FlagNeedsValue says that a flag stands without its value.
func FlagNeedsValue(name string) Message {
	return say("usage/flag-needs-value",
		fmt.Sprintf("l'option « %s » demande une valeur", Quote(name)),
		fmt.Sprintf("flag %q needs a value", Quote(name)))
}

// BadValue refuses a flag's value, and says what there is.
func BadValue(flag, value, wanted string) Message {
	return say("usage/bad-value",
		fmt.Sprintf("--%s : « %s » ne convient pas", flag, Quote(value)),
		fmt.Sprintf("--%s: %q will not do", flag, Quote(value))).
		todo("attendu : "+wanted, "expected: "+wanted)
}

// BlankValue refuses a flag that is typed with nothing.
func BlankValue(flag string) Message {
	return say("usage/blank-value",
		fmt.Sprintf("--%s : valeur vide", flag),
		fmt.Sprintf("--%s: blank value", flag)).
		todo("donnez une valeur, ou retirez l'option", "give a value, or leave out the flag")
}

// BadCount refuses a count on the command line.
func BadCount(flag, value string) Message {
	return say("usage/bad-count",
		fmt.Sprintf("--%s : « %s » n'est pas un nombre entier", flag, Quote(value)),
		fmt.Sprintf("--%s: %q is not a whole number", flag, Quote(value))).
		todo("des chiffres seulement, 9 au plus : 1000", "digits only, 9 at most: 1000")
}

// BadSet refuses a --set.
func BadSet(value string) Message {
	return say("usage/bad-set",
		fmt.Sprintf("--set : « %s » ne donne pas un tarif", Quote(value)),
		fmt.Sprintf("--set: %q does not give a rate", Quote(value))).
		todo("écrivez part=tarif, avec un point et 6 décimales au plus : platform=0.65",
			"write component=rate, with a point and at most 6 decimals: platform=0.65")
}

// TooManyArguments refuses an argument.
func TooManyArguments(argument, command string) Message {
	return say("usage/too-many-arguments",
		fmt.Sprintf("argument en trop : « %s »", Quote(argument)),
		fmt.Sprintf("one argument too many: %q", Quote(argument))).
		todo("voir "+command+" --help", "see "+command+" --help")
}

// NeedsFile asks for a file.
func NeedsFile(command string) Message {
	return say("usage/needs-file", command+" demande un fichier", command+" needs a file")
}

// VersionTwice refuses a version beside the flags that choose one.
func VersionTwice(version string) Message {
	return say("usage/version-twice",
		fmt.Sprintf("la version est déjà désignée : « %s »", Quote(version)),
		fmt.Sprintf("the version is named already: %q", Quote(version))).
		todo("retirez --rates-version ou --on", "leave out --rates-version or --on")
}

// NeedsVersion asks for the name of a new version.
func NeedsVersion(command string) Message {
	return say("usage/needs-version",
		command+" demande le nom de la nouvelle version",
		command+" needs the name of the new version").
		todo("par exemple : "+command+" 2027", "for instance: "+command+" 2027")
}

// VersionExists refuses the name of a version that exists.
func VersionExists(version string) Message {
	return say("usage/version-exists",
		fmt.Sprintf("la version « %s » existe déjà", Quote(version)),
		fmt.Sprintf("version %q exists already", Quote(version)))
}

// NeedsSchema asks for the name of a schema.
func NeedsSchema(command, all string) Message {
	return say("usage/needs-schema", command+" demande un nom", command+" needs a name").
		todo("possibles : "+all, "possible: "+all)
}

// UnknownSchema refuses the name of a schema.
func UnknownSchema(name, near, all string) Message {
	return meantOr(say("usage/unknown-schema",
		fmt.Sprintf("schéma inconnu : « %s »", Quote(name)),
		fmt.Sprintf("unknown schema %q", Quote(name))), near, all)
}

// NeedsShell asks for the name of a shell.
func NeedsShell(command, all string) Message {
	return say("usage/needs-shell", command+" demande un nom", command+" needs a name").
		todo("possibles : "+all, "possible: "+all)
}

// UnknownShell refuses the name of a shell.
func UnknownShell(name, near, all string) Message {
	return meantOr(say("usage/unknown-shell",
		fmt.Sprintf("interpréteur inconnu : « %s »", Quote(name)),
		fmt.Sprintf("unknown shell %q", Quote(name))), near, all)
}

// FilesAndQuestion refuses files beside --pupils or --schools.
func FilesAndQuestion() Message {
	return say("usage/files-and-question",
		"des fichiers et --pupils ou --schools à la fois",
		"files and --pupils or --schools at once").
		todo("donnez les uns ou les autres", "give one or the other")
}

// StdinTwice refuses to read standard input for two files.
func StdinTwice() Message {
	return say("usage/stdin-twice",
		"« - » désigne l'entrée standard, qui ne se lit qu'une fois",
		"\"-\" is standard input, which can be read once only")
}

// QuestionHasNoFile refuses flags about files beside --pupils or --schools.
func QuestionHasNoFile(flags string) Message {
	return say("usage/question-has-no-file",
		flags+" : cela concerne des fichiers, et la question n'en a pas",
		flags+": that is about files, and the question has none")
}

// NothingToRead says that no counts are given.
func NothingToRead() Message {
	return say("usage/nothing-to-read",
		"aucun effectif à lire",
		"no counts to read").
		todo("donnez un fichier, ou --pupils et --schools ; entcalc template en écrit un vide",
			"give a file, or --pupils and --schools; entcalc template writes an empty one")
}

// NewBesideCounts refuses --new, or --against-new, where the counts say themselves what is
// new (R2).
func NewBesideCounts(flag string) Message {
	return say("usage/new-beside-counts",
		"--"+flag+", alors que les effectifs disent ce qui est nouveau",
		"--"+flag+", though the counts say what is new").
		todo("retirez --"+flag, "leave out --"+flag)
}

// UnknownComponent refuses the id of a component.
func UnknownComponent(option, id, near, version, all string) Message {
	return meantOr(say("usage/unknown-component",
		fmt.Sprintf("--%s : la grille %s n'a pas de part « %s »", option, Quote(version), Quote(id)),
		fmt.Sprintf("--%s: tariff %s has no component %q", option, Quote(version), Quote(id))), near, all)
}

// MandatoryComponent refuses --with for a component that all are charged (R3).
func MandatoryComponent(id string) Message {
	return say("usage/mandatory-component",
		fmt.Sprintf("--with : « %s » est obligatoire, donc déjà due par tous", id),
		fmt.Sprintf("--with: %q is mandatory, so all are charged it already", id))
}

// BothOptions refuses a component that is asked for and left out (R3).
func BothOptions(option, id string) Message {
	return say("usage/both-options",
		fmt.Sprintf("« %s » à la fois dans --%s et dans --without", id, option),
		fmt.Sprintf("%q both in --%s and in --without", id, option))
}

// OptionOfCost refuses --set or --with for a component at cost (R4, R9).
func OptionOfCost(option, id string) Message {
	return say("usage/option-of-cost",
		fmt.Sprintf("--%s : « %s » n'a pas de tarif, elle est appelée au coût déclaré", option, id),
		fmt.Sprintf("--%s: %q has no rate, it is charged at the cost declared", option, id))
}

// SetTwice refuses two rates for one component.
func SetTwice(id string) Message {
	return say("usage/set-twice",
		fmt.Sprintf("--set : deux tarifs pour « %s »", id),
		fmt.Sprintf("--set: two rates for %q", id))
}

// UnknownExtension refuses an output whose name tells no format.
func UnknownExtension(file, all string) Message {
	return say("usage/unknown-extension",
		fmt.Sprintf("-o %s : l'extension ne dit pas de format connu", Quote(file)),
		fmt.Sprintf("-o %s: the extension tells no known format", Quote(file))).
		todo("possibles : "+all+", ou -f", "possible: "+all+", or -f")
}

// UnknownListExtension refuses a list of schools whose name tells no format.
func UnknownListExtension(file, all string) Message {
	return say("usage/unknown-extension",
		fmt.Sprintf("--list-schools %s : l'extension ne dit pas de format connu", Quote(file)),
		fmt.Sprintf("--list-schools %s: the extension tells no known format", Quote(file))).
		todo("possibles : "+all, "possible: "+all)
}

// NeedsSchools refuses a flag that says how files of schools are read, or listed, where
// there is none.
func NeedsSchools(flag string) Message {
	return say("usage/needs-schools",
		fmt.Sprintf("--%s ne dit quelque chose que d'un fichier d'écoles, et aucun n'est lu", flag),
		fmt.Sprintf("--%s only says something of a file of schools, and none is read", flag))
}

// WrongExtension refuses an output whose name promises another kind of file.
func WrongExtension(file, all string) Message {
	return say("usage/unknown-extension",
		fmt.Sprintf("-o %s : l'extension annonce un autre format", Quote(file)),
		fmt.Sprintf("-o %s: the extension promises another format", Quote(file))).
		todo("attendue : "+all, "expected: "+all)
}

// FormatOfSeveral refuses -f beside several outputs.
func FormatOfSeveral() Message {
	return say("usage/format-of-several",
		"-f ne nomme le format que d'une seule sortie",
		"-f names the format of one output only").
		todo("l'extension de chaque fichier donne le sien", "each file's extension tells its own")
}

// OutputTwice refuses an output, of a flag, that is given already.
func OutputTwice(flag, file string) Message {
	return say("usage/output-twice",
		fmt.Sprintf("%s %s : ce fichier est déjà celui d'une sortie", flag, Quote(file)),
		fmt.Sprintf("%s %s: the file is that of an output already", flag, Quote(file)))
}

// StdoutAmongFiles refuses standard output beside files, or for --check.
func StdoutAmongFiles() Message {
	return say("usage/stdout-among-files",
		"-o - désigne la sortie standard, qui ne va ni avec d'autres sorties ni avec --check",
		"-o - is standard output, which goes neither with other outputs nor with --check")
}

// OutputPerEPCI refuses a name with a placeholder where there is no document for each EPCI.
func OutputPerEPCI(flag, file string) Message {
	return say("usage/output-per-epci",
		fmt.Sprintf("%s %s : un document par EPCI n'est possible qu'avec calc -o", flag, Quote(file)),
		fmt.Sprintf("%s %s: a document for each EPCI is possible with calc -o only", flag, Quote(file))).
		todo("donnez un nom sans accolades", "give a name without braces")
}

// FileExists refuses to begin a file where there is one.
func FileExists(file string) Message {
	return say("usage/file-exists",
		fmt.Sprintf("-o %s : ce fichier existe déjà, et serait perdu", Quote(file)),
		fmt.Sprintf("-o %s: the file exists already, and would be lost", Quote(file))).
		todo("donnez un autre nom", "give another name")
}

// OutputIsInput refuses an output that would replace an input.
func OutputIsInput(flag, file string) Message {
	return say("usage/output-is-input",
		fmt.Sprintf("%s %s remplacerait un fichier d'entrée", flag, Quote(file)),
		fmt.Sprintf("%s %s would replace an input", flag, Quote(file)))
}

// CheckNeedsOutput says that --check has nothing to compare with.
func CheckNeedsOutput() Message {
	return say("usage/check-needs-output",
		"--check compare des fichiers, et aucun n'est donné",
		"--check compares files, and none is given").
		todo("ajoutez -o FICHIER ; output d'entcalc.yaml ne vaut que pour son propre input, sans -f",
			"add -o FILE; output of entcalc.yaml is for its own input only, without -f")
}
