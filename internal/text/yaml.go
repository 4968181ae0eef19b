package text

import "fmt"

// YAMLTooLarge refuses a file out of all measure; most is in KiB.
func YAMLTooLarge(most int) Message {
	return say("yaml/too-large",
		fmt.Sprintf("plus de %d Kio : c'est trop pour un fichier de tarifs ou de réglages", most),
		fmt.Sprintf("more than %d KiB: too much for a file of rates or of settings", most))
}

// YAMLNotUTF8 refuses a byte that is not UTF-8.
func YAMLNotUTF8() Message {
	return say("yaml/not-utf-8", "octet qui n'est pas de l'UTF-8", "a byte that is not UTF-8").
		todo("enregistrez le fichier en UTF-8", "save the file as UTF-8")
}

// YAMLControl refuses a control character in the file itself.
func YAMLControl(r rune) Message {
	return say("yaml/control-character",
		fmt.Sprintf("caractère de contrôle U+%04X", r),
		fmt.Sprintf("control character U+%04X", r)).
		todo("retirez-le", "take it out")
}

// YAMLDocuments refuses a second document.
func YAMLDocuments() Message {
	return say("yaml/documents",
		"un second document commence ici : le fichier n'en a qu'un",
		"a second document starts here: the file has one only").
		todo("retirez la ligne « --- », ou faites deux fichiers", "take the line `---` out, or make two files")
}

// YAMLDirective refuses a line that speaks to YAML readers; name is %YAML, %TAG.
func YAMLDirective(name string) Message {
	return say("yaml/directive",
		"directive YAML ("+Quote(name)+") : entcalc n'en accepte pas",
		"a YAML directive ("+Quote(name)+"): entcalc accepts none").
		todo("retirez la ligne "+Quote(name), "take the line "+Quote(name)+" out")
}

// YAMLTooDeep refuses what is nested deeper than any file of entcalc's.
func YAMLTooDeep() Message {
	return say("yaml/too-deep", "imbrication trop profonde", "nested too deeply")
}

// YAMLTab refuses a tab where YAML wants spaces.
func YAMLTab() Message {
	return say("yaml/syntax", "tabulation dans le retrait d'une ligne", "a tab in the indentation of a line").
		todo("n'y mettez que des espaces", "put spaces only there")
}

// YAMLUnclosed says that a quote or a bracket opens here and is never closed.
func YAMLUnclosed(opening string) Message {
	return say("yaml/syntax",
		"« "+opening+" » ouvert ici et non fermé",
		"`"+opening+"` opens here and is not closed")
}

// YAMLLostQuote says that the quotes of a line are not in pairs.
func YAMLLostQuote() Message {
	return say("yaml/syntax",
		"un guillemet a sans doute été oublié sur cette ligne",
		"a quote has probably been forgotten on this line").
		todo("fermez ce que le premier ouvre", "close what the first one opens")
}

// YAMLColon says that a colon comes where no key can be.
func YAMLColon() Message {
	return say("yaml/syntax", "deux-points inattendu", "a colon where none is expected").
		todo("mettez entre guillemets un texte qui en contient, ou revoyez le retrait de la ligne",
			"put a text that has one in quotes, or mend the line's indentation")
}

// YAMLNoColon says that a key has no colon.
func YAMLNoColon() Message {
	return say("yaml/syntax", "clé sans deux-points", "a key without a colon").
		todo("écrivez « clé: valeur », ou revoyez le retrait de la ligne",
			"write `key: value`, or mend the line's indentation")
}

// YAMLIndent says that a line does not stand where the lines above it want it.
func YAMLIndent() Message {
	return say("yaml/syntax",
		"cette ligne n'est ni dans la suite ni dans le retrait de celles qui la précèdent",
		"this line neither goes on from those above it nor has their indentation").
		todo("alignez les lignes d'un même niveau ; fermez ce qui est ouvert",
			"align the lines of one level; close what is open")
}

// YAMLNoValue says that a value is not there, or that what is open is not closed.
func YAMLNoValue() Message {
	return say("yaml/syntax", "on attend une valeur ici", "a value is expected here").
		todo("écrivez-la, ou fermez ce qui est ouvert", "write it, or close what is open")
}

// YAMLStart says that a text begins with a character that YAML keeps for itself.
func YAMLStart() Message {
	return say("yaml/syntax",
		"un texte sans guillemets ne peut pas commencer par ce caractère",
		"a text without quotes cannot begin with this character").
		todo("mettez le texte entre guillemets", "put the text in quotes")
}

// YAMLSyntax refuses other mistakes of YAML; reason is the reader's own word.
func YAMLSyntax(reason string) Message {
	return say("yaml/syntax", "YAML incorrect ("+reason+")", "this is not YAML ("+reason+")")
}

// YAMLAlias refuses a YAML alias.
func YAMLAlias() Message {
	return say("yaml/alias",
		"renvoi YAML (*nom) : entcalc n'en accepte pas",
		"a YAML alias (*name): entcalc accepts none").
		todo("écrivez la valeur en toutes lettres", "write the value in full")
}

// YAMLAnchor refuses a YAML anchor.
func YAMLAnchor() Message {
	return say("yaml/anchor",
		"ancre YAML (&nom) : entcalc n'en accepte pas",
		"a YAML anchor (&name): entcalc accepts none").
		todo("retirez-la ; pour reprendre une grille, écrivez « extends »", "take it out; to take a tariff over, write `extends`")
}

// YAMLTag refuses a YAML tag.
func YAMLTag(tag string) Message {
	return say("yaml/tag",
		"étiquette YAML « "+Quote(tag)+" » : entcalc n'en accepte pas",
		"YAML tag `"+Quote(tag)+"`: entcalc accepts none").
		todo("retirez-la", "take it out")
}

// YAMLMerge refuses a YAML merge key.
func YAMLMerge() Message {
	return say("yaml/merge-key",
		"clé de fusion YAML (<<) : entcalc n'en accepte pas",
		"a YAML merge key (<<): entcalc accepts none").
		todo("pour reprendre une grille, écrivez « extends »", "to take a tariff over, write `extends`")
}
