package text

import "fmt"

// AllTakenAsNew says in a cell that `--new all` stood in for counts of the new (R2).
func AllTakenAsNew() Phrase { return Phrase{"tous nouveaux (--new all)", "all new (--new all)"} }

// NoneTakenAsNew says in a cell that `--new none` stood in for counts of the new (R2).
func NoneTakenAsNew() Phrase { return Phrase{"aucun nouveau (--new none)", "none new (--new none)"} }

// ItemsTitle heads the items of each EPCI.
func ItemsTitle() Phrase { return Phrase{"Détail par EPCI", "Details by EPCI"} }

// SourcesTitle heads what a document was made from.
func SourcesTitle() Phrase { return Phrase{"Sources", "Sources"} }

// NoticesTitle heads what was assumed, or looked wrong.
func NoticesTitle() Phrase { return Phrase{"Avis", "Notices"} }

// RowsHeldBack says how many EPCIs a document's summary leaves out for want of room.
func RowsHeldBack(epcis int) Phrase {
	who := Plural(int64(epcis), Phrase{"EPCI n'est pas", "EPCI is"}, Phrase{"EPCI ne sont pas", "EPCIs are"})
	return Phrase{
		fmt.Sprintf("%d %s dans cette synthèse, qui dépasserait la taille d'une demande de fusion ; "+
			"le total les compte. Tous sont dans les formats csv, json et xlsx.", epcis, who.FR),
		fmt.Sprintf("%d %s not in this summary, which would pass the size of a pull request; "+
			"the total counts them. All are in the formats csv, json and xlsx.", epcis, who.EN),
	}
}

// ItemsHeldBack says how many EPCIs have no items in a document for want of room.
func ItemsHeldBack(epcis int) Phrase {
	who := Plural(int64(epcis), Phrase{"EPCI", "EPCI"}, Phrase{"EPCI", "EPCIs"})
	return Phrase{
		fmt.Sprintf("Le détail de %d %s n'est pas ici : il dépasserait la taille d'une demande de fusion. "+
			"Il est dans les formats csv, json et xlsx.", epcis, who.FR),
		fmt.Sprintf("The details of %d %s are not here: they would pass the size of a pull request. "+
			"They are in the formats csv, json and xlsx.", epcis, who.EN),
	}
}

// LinesHeldBack says how many sources or notices a document leaves out for want of room.
func LinesHeldBack(lines int) Phrase {
	return Phrase{
		fmt.Sprintf("… et %d de plus, dans le format json.", lines),
		fmt.Sprintf("… and %d more, in the format json.", lines),
	}
}

// FigureMoved says that a figure of a document is not what the inputs give; siren is
// blank for totals.
func FigureMoved(siren, field, was, is string) Message {
	return say("check/figure",
		fmt.Sprintf("%s, %s : %s dans le document, %s d'après les données", whose(siren), field, orNothing(was).FR, orNothing(is).FR),
		fmt.Sprintf("%s, %s: %s in the document, %s from the inputs", whose(siren), field, orNothing(was).EN, orNothing(is).EN))
}

// EPCINoMore says that a document has an EPCI that the inputs do not have.
func EPCINoMore(siren string) Message {
	return say("check/epci-gone",
		fmt.Sprintf("%s : dans le document, mais plus dans les données", whose(siren)),
		fmt.Sprintf("%s: in the document, but no longer in the inputs", whose(siren)))
}

// EPCIMissing says that a document lacks an EPCI that the inputs have.
func EPCIMissing(siren string) Message {
	return say("check/epci-missing",
		fmt.Sprintf("%s : dans les données, mais pas dans le document", whose(siren)),
		fmt.Sprintf("%s: in the inputs, but not in the document", whose(siren)))
}

// LineDiffers shows the first line that differs, in a document that has no figures to
// take back.
func LineDiffers(line int, was, is string) Message {
	return say("check/line",
		fmt.Sprintf("première différence, ligne %d : « %s » dans le document, « %s » d'après les données", line, Quote(was), Quote(is)),
		fmt.Sprintf("first difference, line %d: \"%s\" in the document, \"%s\" from the inputs", line, Quote(was), Quote(is)))
}

// OnlyPresentation says that a document differs, in a line of it, but in no figure.
func OnlyPresentation(line int, was, is string) Message {
	return say("check/presentation",
		fmt.Sprintf("aucun chiffre ne diffère, seulement la présentation ou la provenance ; "+
			"ligne %d : « %s » dans le document, « %s » d'après les données", line, Quote(was), Quote(is)),
		fmt.Sprintf("no figure differs, only the presentation or the provenance; "+
			"line %d: \"%s\" in the document, \"%s\" from the inputs", line, Quote(was), Quote(is)))
}

// OnlyBytes says that a document that is no text differs, but in no figure.
func OnlyBytes() Message {
	return say("check/bytes",
		"aucun chiffre ne diffère, seulement la présentation ou la provenance",
		"no figure differs, only the presentation or the provenance")
}

// FiguresUnreadable says that no figure can be taken back from a document, and why.
func FiguresUnreadable(why Phrase) Message {
	return say("check/unreadable",
		"les chiffres de ce document ne peuvent pas être relus : "+why.FR,
		"the figures of this document cannot be read back: "+why.EN).
		todo("refaire le document, ou vérifier que c'est le bon fichier",
			"make the document again, or check that it is the right file")
}

// NoKnownHeader says that a document does not begin with the columns that it should have.
func NoKnownHeader() Phrase {
	return Phrase{
		"sa première ligne n'a pas les colonnes qu'entcalc écrit",
		"its first line has not the columns that entcalc writes",
	}
}

// DamagedLine says where a document stops being what it should be.
func DamagedLine(line int) Phrase {
	return Phrase{
		fmt.Sprintf("ligne %d endommagée", line),
		fmt.Sprintf("line %d is damaged", line),
	}
}

// NotADocument says that a JSON is not of the schema named.
func NotADocument(schema string) Phrase {
	return Phrase{
		"ce n'est pas un document " + schema,
		"it is not a document of schema " + schema,
	}
}

// whose names an EPCI, or the totals.
func whose(siren string) string {
	if siren == "" {
		return "total"
	}
	return Quote(siren)
}

// orNothing shows a figure, or says that there is none.
func orNothing(figure string) Phrase {
	if figure == "" {
		return Phrase{"rien", "nothing"}
	}
	return Phrase{Quote(figure), Quote(figure)}
}
