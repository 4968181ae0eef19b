package text

import "fmt"

// Reread is a message that a document holds, in the language that it was written in.
func Reread(code, words string) Message {
	return Message{Code: code, words: Phrase{words, words}}
}

// NotACalc says that a JSON file is not what entcalc calc writes, and why.
func NotACalc(why Phrase) Message {
	return say("statement/not-a-calc",
		"ce n'est pas un document d'entcalc calc (entcalc/calc/1) : "+why.FR,
		"this is not a document of entcalc calc (entcalc/calc/1): "+why.EN).
		todo("donner un fichier fait par « entcalc calc -o ….json »", "give a file made by \"entcalc calc -o ….json\"")
}

// NotJSON says that a file is no JSON, from a line on.
func NotJSON(line int) Phrase {
	return Phrase{fmt.Sprintf("la ligne %d n'est pas du JSON", line), fmt.Sprintf("line %d is not JSON", line)}
}

// OtherSchema says of what schema a document is; it may be blank.
func OtherSchema(schema string) Phrase {
	return Phrase{"son schéma est " + shown(schema).FR, "its schema is " + shown(schema).EN}
}

// WrongKind says that a value of a document is of another kind than it should be: path is
// where it is.
func WrongKind(path string) Phrase {
	return Phrase{"« " + Quote(path) + " » n'a pas le type voulu", "`" + Quote(path) + "` has not the type that is wanted"}
}

// BadStatementValue says that a value of a document cannot be what it stands for.
func BadStatementValue(path, value string) Message {
	return say("statement/value",
		fmt.Sprintf("%s : « %s » ne peut pas se trouver dans un document d'entcalc", Quote(path), Quote(value)),
		fmt.Sprintf("%s: `%s` cannot stand in a document of entcalc", Quote(path), Quote(value)))
}

// SumDiffers says that a figure of a document is not what the lines of the same document
// make.
func SumDiffers(whose, field, was, is Phrase) Message {
	return say("statement/sum",
		fmt.Sprintf("%s, %s : %s dans le document, dont les lignes donnent %s", whose.FR, field.FR, was.FR, is.FR),
		fmt.Sprintf("%s, %s: %s in the document, whose lines give %s", whose.EN, field.EN, was.EN, is.EN))
}

// ValueDiffers says that a part of a document is not what entcalc would have written of
// the rest of it; a value is blank where there is none.
func ValueDiffers(path, was, is string) Message {
	return say("statement/differs",
		fmt.Sprintf("%s : %s dans le document ; entcalc aurait écrit %s", Quote(path), shown(was).FR, shown(is).FR),
		fmt.Sprintf("%s: %s in the document; entcalc would have written %s", Quote(path), shown(was).EN, shown(is).EN))
}

// NameTwice says that an object of a JSON has a name twice.
func NameTwice(name string, line int) Phrase {
	return Phrase{
		fmt.Sprintf("ligne %d, « %s » est deux fois dans le même objet", line, Quote(name)),
		fmt.Sprintf("line %d, \"%s\" is twice in the same object", line, Quote(name)),
	}
}
