package inputs

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
)

// A Commune is where schools are: its département's code, and its name as the ministry
// writes it, in capitals.
type Commune struct{ Department, Name string }

// Schools makes up the ministry's file of pupils per school, in the layout that it has
// since 2024: header first, then so many schools of each rentrée. They are in the communes
// in turn.
func Schools(communes []Commune, perRentree int, rentrees ...int) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		var labels []any
		for _, label := range strings.Split(schoolLabels, ";") {
			labels = append(labels, label)
		}
		if !yield(labels) {
			return
		}
		for _, rentree := range rentrees {
			serials := map[string]int{}
			for i := range perRentree {
				c := communes[i%len(communes)]
				serials[c.Department]++
				if !yield(school(c, serials[c.Department], rentree, i)) {
					return
				}
			}
		}
	}
}

const schoolLabels = "Rentrée scolaire;Code région académique;Code région Insee;Région académique;Code académie;Académie;" +
	"Code département;Département;Code Postal;Commune;Numéro de l'école;Dénomination principale;Patronyme;Secteur;REP;REP +;" +
	"Nombre total de classes;Nombre total d'élèves;Nombre d'élèves en pré-élémentaire hors ULIS;" +
	"Nombre d'élèves en élémentaire hors ULIS;Nombre d'élèves en ULIS;Nombre d'élèves en UEEA;Nombre d'élèves en CP hors ULIS;" +
	"Nombre d'élèves en CE1 hors ULIS;Nombre d'élèves en CE2 hors ULIS;Nombre d'élèves en CM1 hors ULIS;" +
	"Nombre d'élèves en CM2 hors ULIS;num_ligne"

// school gives the cells of the i-th school of a rentrée.
func school(c Commune, serial, rentree, i int) []any {
	kind, sector := "ECOLE PRIMAIRE PUBLIQUE", "PUBLIC"
	switch {
	case i%8 == 7:
		kind, sector = "ECOLE PRIMAIRE PRIVEE", "PRIVE"
	case i%3 == 0:
		kind = "ECOLE MATERNELLE PUBLIQUE"
	}
	name := [...]string{"JACQUES PREVERT", "SAINT JOSEPH", "LES TILLEULS", "JULES FERRY", "NOTRE DAME DE LOURDES"}[i%5] +
		" - REGROUPEMENT PEDAGOGIQUE INTERCOMMUNAL CONCENTRE" // as long as makes the file's size the ministry's
	nursery, grade := 20+(i*7+rentree)%60, 8+(i*5+rentree)%22
	ulis, autism := i%12, i%4
	// The région and the académie are nobody's: they are only read.
	return []any{
		rentree, "19", "93", "PROVENCE-ALPES-COTE D'AZUR", "02", "AIX-MARSEILLE", c.Department, c.Department, c.Department + "100", c.Name,
		uai(c.Department, serial), kind, name, sector, i % 9 / 8, 0, 1 + (nursery+5*grade)/24,
		nursery + 5*grade + ulis + autism, nursery, 5 * grade, ulis, autism, grade, grade, grade, grade, grade, 800_000 + i,
	}
}

// uai numbers a school of a département: seven digits, of which three are its, and their
// key letter.
func uai(department string, serial int) string {
	switch department {
	case "2A":
		department = "620"
	case "2B":
		department = "720"
	}
	number, _ := strconv.Atoi(department) // of a commune made up it may be none
	number = number*10_000 + serial%10_000
	return fmt.Sprintf("%07d%c", number, "ABCDEFGHJKLMNPRSTUVWXYZ"[number%23])
}
