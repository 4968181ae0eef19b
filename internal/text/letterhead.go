package text

import "fmt"

// FlagLetterhead tells --letterhead.
func FlagLetterhead(keys string) Phrase {
	return Phrase{
		"`CLÉ=TEXTE` en-tête des documents (répétable), surtout pour entcalc.yaml : " + keys,
		"`KEY=TEXT` who publishes the documents (repeatable), best said in entcalc.yaml: " + keys,
	}
}

// FlagDate tells --date.
func FlagDate() Phrase {
	return Phrase{
		"`DATE` date à imprimer sur les documents, AAAA-MM-JJ ou JJ/MM/AAAA ; sinon celle de SOURCE_DATE_EPOCH, sinon aucune",
		"`DATE` date to print on documents, YYYY-MM-DD or DD/MM/YYYY; else that of SOURCE_DATE_EPOCH, else none",
	}
}

// BadEpoch refuses the value of the variable SOURCE_DATE_EPOCH.
func BadEpoch(variable, value string) Message {
	return say("usage/bad-epoch",
		fmt.Sprintf("%s : « %s » n'est pas un nombre de secondes depuis 1970 (au plus l'an 2999)", variable, Quote(value)),
		fmt.Sprintf("%s: %q is no number of seconds since 1970 (2999 at most)", variable, Quote(value))).
		todo("donnez --date, ou retirez cette variable d'environnement", "give --date, or unset this environment variable")
}

// UnknownLetterheadKey refuses a key of the letterhead.
func UnknownLetterheadKey(key, near, all string) Message {
	return meantOr(say("letterhead/unknown",
		fmt.Sprintf("letterhead : clé inconnue : « %s »", Quote(key)),
		fmt.Sprintf("letterhead: unknown key %q", Quote(key))), near, all)
}

// NotAPair refuses a value of a flag or a setting that is no pair.
func NotAPair(name, value string) Message {
	return say("letterhead/not-a-pair",
		fmt.Sprintf("%s : « %s » n'est pas de la forme clé=texte", name, Quote(value)),
		fmt.Sprintf("%s: %q is not key=text", name, Quote(value))).
		todo("par exemple : place=Lille", "for instance: place=Lille")
}

// LetterheadTwice refuses a key that is there twice.
func LetterheadTwice(key string) Message {
	return say("letterhead/twice",
		fmt.Sprintf("letterhead : « %s » est donné deux fois", key),
		fmt.Sprintf("letterhead: %q is given twice", key))
}

// LetterheadBlank refuses a key without a value.
func LetterheadBlank(key string) Message {
	return say("letterhead/blank",
		fmt.Sprintf("letterhead : « %s » n'a pas de valeur", key),
		fmt.Sprintf("letterhead: %q has no value", key)).
		todo("donnez-en une, ou retirez la ligne", "give one, or leave out the line")
}

// LetterheadLines refuses a value of too many lines.
func LetterheadLines(key string, most int) Message {
	return say("letterhead/lines",
		fmt.Sprintf("letterhead : « %s » a trop de lignes (au plus : %d)", key, most),
		fmt.Sprintf("letterhead: %q has too many lines (at most: %d)", key, most))
}

// LetterheadTooLong refuses a value of too many characters.
func LetterheadTooLong(key string, most int) Message {
	return say("letterhead/too-long",
		fmt.Sprintf("letterhead : « %s » est trop long (au plus %d caractères)", key, most),
		fmt.Sprintf("letterhead: %q is too long (at most %d characters)", key, most))
}

// LetterheadInvisible refuses a value with a character that nobody sees.
func LetterheadInvisible(key string, r rune) Message {
	return say("letterhead/invisible",
		fmt.Sprintf("letterhead : « %s » contient un caractère invisible (%U)", key, r),
		fmt.Sprintf("letterhead: %q holds a character that is not seen (%U)", key, r)).
		todo("écrivez le texte à la main plutôt que de le coller", "type the text rather than paste it")
}

// BadSIRET refuses a SIRET.
func BadSIRET(value string) Message {
	return say("letterhead/siret",
		fmt.Sprintf("letterhead : « %s » n'est pas un SIRET", Quote(value)),
		fmt.Sprintf("letterhead: %q is no SIRET", Quote(value))).
		todo("14 chiffres : le SIREN, puis les 5 de l'établissement ; une faute de frappe en change la clé",
			"14 digits: the SIREN, then the 5 of the establishment; a slip changes its key")
}

// OfLogo says of what refuses a file that it is the logo of the letterhead.
func (m Message) OfLogo(file string) Message {
	m.words = Phrase{
		fmt.Sprintf("letterhead, logo : « %s » : %s", Quote(file), m.words.FR),
		fmt.Sprintf("letterhead, logo: %q: %s", Quote(file), m.words.EN),
	}
	return m
}

// LogoNotPNG refuses a logo that is another file.
func LogoNotPNG() Message {
	return say("letterhead/logo-not-png",
		"le logo n'est pas une image PNG", "the logo is no PNG picture").
		todo("enregistrez l'image au format PNG", "save the picture as PNG")
}

// LogoDamaged refuses a logo that cannot be read to its end.
func LogoDamaged() Message {
	return say("letterhead/logo-damaged",
		"le logo est une image PNG endommagée", "the logo is a damaged PNG picture").
		todo("enregistrez l'image à nouveau", "save the picture again")
}

// LogoTooLarge refuses a logo of more than so many MiB.
func LogoTooLarge(most int) Message {
	return say("letterhead/logo-too-large",
		fmt.Sprintf("le logo est un fichier de plus de %d Mio", most),
		fmt.Sprintf("the logo is a file of more than %d MiB", most)).
		todo("réduisez l'image : 1000 points de large suffisent à l'impression", "make the picture smaller: 1000 pixels across are enough in print")
}

// LogoTooWide refuses a logo of more pixels than that, across or down.
func LogoTooWide(width, height, most int) Message {
	return say("letterhead/logo-too-large",
		fmt.Sprintf("le logo est une image de %d × %d points (au plus %d)", width, height, most),
		fmt.Sprintf("the logo is a picture of %d × %d pixels (at most %d)", width, height, most)).
		todo("réduisez l'image : 1000 points de large suffisent à l'impression", "make the picture smaller: 1000 pixels across are enough in print")
}
