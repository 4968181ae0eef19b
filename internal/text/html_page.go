package text

import "fmt"

// SkipToContent is the link over what stands before the figures.
func SkipToContent() Phrase { return Phrase{"Aller au contenu", "Skip to the content"} }

// ContentsWord heads the links to the parts of a document.
func ContentsWord() Phrase { return Phrase{"Sommaire", "Contents"} }

// ClosedPart names the end of a document: the sum in words, and who signs it, if anybody.
func ClosedPart(signed bool) Phrase {
	if signed {
		return Phrase{"Arrêté et signature", "Sum and signature"}
	}
	return Phrase{"Somme simulée", "Simulated sum"}
}

// LogoWord stands for a logo where nobody is named.
func LogoWord() Phrase { return Phrase{"Logo", "Logo"} }

// ChartByNet is the title of the chart of members by net. It has the largest shown of all.
func ChartByNet(shown, all string, cut, voted bool) Phrase {
	kind := Phrase{"Contribution nette", "Net contribution"}
	if voted {
		kind = Phrase{"Contribution appelée", "Contribution called for"}
	}
	if cut {
		return Phrase{
			fmt.Sprintf("%s : les %s plus fortes sur %s", kind.FR, shown, all),
			fmt.Sprintf("%s: the %s largest of %s", kind.EN, shown, all),
		}
	}
	return Phrase{kind.FR + " de chaque EPCI", kind.EN + " of each EPCI"}
}

// ChartByComponent is the title of the chart of components.
func ChartByComponent() Phrase { return Phrase{"Montant de chaque part", "Amount of each component"} }

// ChartSource says which table a chart has its amounts from.
func ChartSource(table string) Phrase {
	return Phrase{
		fmt.Sprintf("Mêmes montants que dans le tableau « %s ».", table),
		fmt.Sprintf("The same amounts as in the table \"%s\".", table),
	}
}

// OtherBars names the members that a chart has no bar for.
func OtherBars(count string) Phrase {
	return Phrase{fmt.Sprintf("Les %s autres", count), fmt.Sprintf("The %s others", count)}
}

// SearchWord labels the search that a rate comes from.
func SearchWord() Phrase { return Phrase{"Recherche", "Search"} }
