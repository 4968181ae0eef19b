package text

import "fmt"

// ShownDiffers shows the first text that differs of a page whose figures do not; place is
// the title that it stands under, "" for none.
func ShownDiffers(place, was, is string) Message {
	if place == "" {
		return say("check/page",
			fmt.Sprintf("aucun chiffre ne diffère ; premier texte différent : %s dans le document, %s d'après les données",
				shown(was).FR, shown(is).FR),
			fmt.Sprintf("no figure differs; first text that does: %s in the document, %s from the inputs",
				shown(was).EN, shown(is).EN))
	}
	return say("check/page",
		fmt.Sprintf("aucun chiffre ne diffère ; sous « %s », premier texte différent : %s dans le document, %s d'après les données",
			Quote(place), shown(was).FR, shown(is).FR),
		fmt.Sprintf("no figure differs; under \"%s\", first text that does: %s in the document, %s from the inputs",
			Quote(place), shown(was).EN, shown(is).EN))
}

// CarriedDiffers shows the first line that differs of the calc document that a page carries.
func CarriedDiffers(line int, was, is string) Message {
	return say("check/carried",
		fmt.Sprintf("ce que la page montre est juste ; le JSON qu'elle porte diffère, ligne %d : %s dans le document, %s d'après les données",
			line, shown(was).FR, shown(is).FR),
		fmt.Sprintf("what the page shows is right; the JSON that it carries differs, line %d: %s in the document, %s from the inputs",
			line, shown(was).EN, shown(is).EN))
}

// NothingInPage says that a page has lost the calc document that it carried.
func NothingInPage() Message {
	return say("check/carried",
		"ce que la page montre est juste, mais le JSON qu'elle portait a disparu",
		"what the page shows is right, but the JSON that it carried is gone")
}

// OnlyMarkup says that a page differs neither in what it shows nor in what it carries.
func OnlyMarkup() Message {
	return say("check/bytes",
		"rien ne diffère de ce que la page montre, ni du JSON qu'elle porte : seulement sa mise en forme",
		"nothing differs in what the page shows, nor in the JSON that it carries: only its form")
}

// NoFiguresInPage says that a page has no figures that can be taken back.
func NoFiguresInPage() Phrase {
	return Phrase{
		"aucun chiffre n'y est repéré comme entcalc les repère : la page a été faite ou réécrite par un autre logiciel",
		"no figure in it is marked as entcalc marks them: the page was made, or rewritten, by other software",
	}
}
