package counts

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Columns of the tests: the ministry's of 2023, but for those that nobody reads.
const header35 = "Rentrée scolaire;Académie;Département;Commune;Numéro de l'école;Dénomination principale;Patronyme;Secteur;Nombre total d'élèves\n"

// row35 is a row under header35; rest is commune;UAI;patronym;sector;pupils.
func row35(rentree, commune, uai, sector, pupils string) string {
	return strings.Join([]string{rentree, "RENNES", "ILLE-ET-VILAINE", commune, uai, "ECOLE PRIMAIRE", "JULES FERRY", sector, pupils}, ";") + "\n"
}

// Members that the tests' schools are in.
const (
	rennes   = "243500139" // Acigné, Rennes, Bruz
	vitre    = "200039022" // Vitré
	fougeres = "200072452" // La Chapelle-Fleurigné
)

// told says what was made of files: their inputs, then a line for each row, then what was found.
func told(table *Table, found string, err error) string {
	var b strings.Builder
	if table != nil {
		for _, in := range table.Inputs {
			fmt.Fprintf(&b, "%s %s: %d rows = %d kept", in.Role, in.Name, in.Rows, in.Kept)
			for _, l := range in.LeftOut {
				fmt.Fprintf(&b, " + %d %s", l.Rows, l.Reason)
			}
			if in.Role == SchoolsRole {
				fmt.Fprintf(&b, "; rentrée %d; %d pupils = %d", in.Rentree, in.Pupils, in.KeptPupils)
				for _, l := range in.LeftOut {
					fmt.Fprintf(&b, " + %d", l.Pupils)
				}
			}
			b.WriteByte('\n')
		}
		for i := range table.Rows {
			r := &table.Rows[i]
			fmt.Fprintf(&b, "%s: %d in %d", r.Name, r.Of[pricing.Pupils], r.Of[pricing.Schools])
			if table.GivesNew {
				fmt.Fprintf(&b, ", new %d in %d", r.Of[pricing.NewPupils], r.Of[pricing.NewSchools])
			}
			b.WriteByte('\n')
		}
	}
	b.WriteString(found)
	if u := usage(err); u != "" {
		b.WriteString(u + "\n")
	}
	return b.String()
}

// A schoolsTest reads files of schools.
type schoolsTest struct {
	name  string
	files []string // the counts; then those that o names b.csv, c.csv
	o     Options
	more  int // of the files, how many the options name
	want  string
}

func (tt schoolsTest) check(t *testing.T) {
	t.Run(tt.name, func(t *testing.T) {
		files := write(t, tt.files...)
		tt.o.Files = files[:len(files)-tt.more]
		var found diag.List
		table, err := Read(tt.o, tariffs(), pickFrom2026, &found)
		var b strings.Builder
		if werr := found.Write(&b, diag.AsText, text.English); werr != nil {
			t.Fatal(werr)
		}
		if diff := cmp.Diff(strings.TrimLeft(tt.want, "\n"), told(table, b.String(), err)); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

func TestSchoolsColumns(t *testing.T) {
	const acigne = "2022;RENNES;ILLE-ET-VILAINE;ACIGNE;0350103X;E;P;PUBLIC;289\n"
	for _, tt := range []schoolsTest{
		{
			name:  "as the ministry writes it",
			files: []string{header35 + acigne},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 289 pupils = 289
Rennes Métropole: 289 in 1
`,
		},
		{
			name: "the interface's names, lost of their small words",
			files: []string{
				"rentree_scolaire;code_departement;commune;numero_de_l_ecole;secteur;nombre_total_d_eleves;rep__;rep0\n2022;035;ACIGNE;0350103X;PUBLIC;289;0;0\n",
			},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 289 pupils = 289
Rennes Métropole: 289 in 1
`,
		},
		{
			name: "no pupils: social positions",
			files: []string{
				"Rentrée scolaire;Code du département;UAI;Nom de l'établissment;Code INSEE de la commune;Nom de la commune;Secteur;IPS\n2021-2022;059;0590180A;X;59009;VILLENEUVE D ASCQ;public;67.8\n",
			},
			want: `
schools a.csv: 0 rows = 0 kept; rentrée 0; 0 pupils = 0
a.csv:1: error[schools/no-pupils]: this is a file of social position indices (IPS): it does not tell the pupils; take the ministry's file “effectifs d'élèves par école”
`,
		},
		{
			name: "no pupils: a directory",
			files: []string{
				"Identifiant_de_l_etablissement;Type_etablissement;Statut_public_prive;Code_commune\n0350103X;Ecole;Public;35001\n",
			},
			want: `
schools a.csv: 0 rows = 0 kept; rentrée 0; 0 pupils = 0
a.csv:1: error[schools/no-pupils]: this is a directory without pupils; give it with --annuaire, beside the ministry's file “effectifs d'élèves par école”
`,
		},
		{
			name:  "no pupils",
			files: []string{"Rentrée scolaire;UAI;Commune;Secteur;Pré-élémentaire\n2022;0350103X;ACIGNE;PUBLIC;12\n"},
			want: `
schools a.csv: 0 rows = 0 kept; rentrée 0; 0 pupils = 0
a.csv:1: error[schools/no-pupils]: no column tells the pupils; it may be called pupils, nombre total d'élèves, élèves, effectifs, effectif total; take the ministry's file “effectifs d'élèves par école”
`,
		},
		{
			name:  "no sector, and one is wanted",
			files: []string{"UAI;département;commune;élèves\n0350103X;35;Acigné;289\n"},
			want: `
schools a.csv: 0 rows = 0 kept; rentrée 0; 0 pupils = 0
a.csv:1: error[schools/no-sector]: no column tells the sector, and only one is kept (public); --sector all keeps all schools
`,
		},
		{
			name:  "no sector, and all are wanted",
			files: []string{"UAI;département;commune;élèves\n0350103X;35;Acigné;289\n"},
			o:     Options{Sector: All},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 289 pupils = 289
Rennes Métropole: 289 in 1
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name:  "nothing tells communes",
			files: []string{"UAI;élèves\n0350103X;289\n"},
			o:     Options{Sector: All},
			want: `
schools a.csv: 0 rows = 0 kept; rentrée 0; 0 pupils = 0
a.csv:1: error[schools/no-commune-column]: no column gives the schools' commune, nor its INSEE code; give the directory of schools with --annuaire: it finds them by their UAI
`,
		},
		{
			name:  "nothing below the header",
			files: []string{header35},
			want: `
schools a.csv: 0 rows = 0 kept; rentrée 0; 0 pupils = 0
a.csv:1: error[counts/no-rows]: no school below the header
`,
		},
		{
			name:  "misspelt: its own column is not there",
			files: []string{"UAI;commune;secteur;élèves;equipee;tranch\n0350103X;Acigné;public;289;oui;2024\n"},
			o:     Options{Year: 2024},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 289 pupils = 289
Rennes Métropole: 289 in 1, new 289 in 1
a.csv:1:36: error[counts/misspelt-column]: unknown column "tranch": did you mean "tranche"?
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name:  "a column named by hand",
			files: []string{"UAI;commune;secteur;élèves;Effectif total;inscrits\n0350103X;Acigné;public;1;2;289\n"},
			o:     Options{Columns: columns("pupils", "inscrits")},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 289 pupils = 289
Rennes Métropole: 289 in 1
a.csv:1: notice[schools/unknown-columns]: columns not read: élèves, Effectif total
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name:  "two columns for one field",
			files: []string{"UAI;commune;secteur;élèves;Effectif total\n0350103X;Acigné;public;289;2\n"},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 289 pupils = 289
Rennes Métropole: 289 in 1
a.csv:1:28: error[counts/two-columns]: "Effectif total" reads as pupils, which the column at a.csv:1:21 already gives; take one of them away, or choose with --map pupils=Header
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name:  "schools, then EPCIs",
			files: []string{header35 + acigne, "siren;élèves\n" + rennes + ";1\n"},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 289 pupils = 289
Rennes Métropole: 289 in 1
b.csv:1: error[schools/mixed-kinds]: a.csv:1 has a row per school, b.csv:1 a row per EPCI: a run has the one or the other; make two runs
`,
		},
		{
			name:  "EPCIs, then schools",
			files: []string{"siren;élèves\n" + rennes + ";1\n", header35 + acigne},
			want: `
counts a.csv: 1 rows = 1 kept
: 1 in 0
b.csv:1: error[schools/mixed-kinds]: b.csv:1 has a row per school, a.csv:1 a row per EPCI: a run has the one or the other; make two runs
`,
		},
		{
			name: "a rentrée in one file only",
			files: []string{
				header35 +
					acigne, "UAI;département;commune;secteur;élèves\n0350104Y;35;Acigné;public;289\n",
			},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 289 pupils = 289
schools b.csv: 1 rows = 0 kept + 1 other-rentree; rentrée 2022; 289 pupils = 0 + 289
Rennes Métropole: 289 in 1
b.csv:1: error[schools/rentree-in-one-file]: the files of schools of a run all have a column rentree, or none does: a.csv:1 has one, b.csv:1 has not
`,
		},
		{
			name: "a wave in one file only",
			files: []string{
				"UAI;commune;secteur;élèves;tranche\n0350103X;Acigné;public;289;2024\n",
				"UAI;commune;secteur;élèves\n0350104Y;Acigné;public;289\n",
			},
			o: Options{Year: 2025},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 289 pupils = 289
schools b.csv: 1 rows = 1 kept; rentrée 0; 289 pupils = 289
Rennes Métropole: 578 in 2, new 0 in 0
b.csv:1: error[schools/equipment-in-one-file]: the files of schools of a run all have the column wave, or none does: a.csv:1 has it, b.csv:1 has not
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a yes or no in the second file only",
			files: []string{
				"UAI;commune;secteur;élèves\n0350103X;Acigné;public;1\n",
				"UAI;commune;secteur;élèves;équipée\n0350104Y;Acigné;public;2;oui\n0350105Z;Acigné;public;4;non\n",
			},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 1 pupils = 1
schools b.csv: 2 rows = 1 kept + 1 not-equipped; rentrée 0; 6 pupils = 2 + 4
Rennes Métropole: 3 in 2
b.csv:1: error[schools/equipment-in-one-file]: the files of schools of a run all have the column equipped, or none does: b.csv:1 has it, a.csv:1 has not
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a wave in both, a yes or no beside one of them",
			files: []string{
				"UAI;commune;secteur;élèves;tranche\n0350103X;Acigné;public;1;2024\n",
				"UAI;commune;secteur;élèves;tranche;équipée\n0350104Y;Acigné;public;2;2024;oui\n",
			},
			o: Options{Year: 2025},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 1 pupils = 1
schools b.csv: 1 rows = 1 kept; rentrée 0; 2 pupils = 2
Rennes Métropole: 3 in 2, new 0 in 0
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name:  "rows of data above the header",
			files: []string{"0350103X;289\nUAI;commune;secteur;élèves\n0350104Y;Acigné;public;289\n"},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 289 pupils = 289
Rennes Métropole: 289 in 1
a.csv:1:1: error[counts/row-above-header]: a row of data ("0350103X") above the header: it would not be read; put it below the header; if it is a title, take it away
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name:  "cells under no header, rows too short",
			files: []string{header35 + strings.TrimSpace(acigne) + ";x\n2022;RENNES\n"},
			want: `
schools a.csv: 2 rows = 0 kept; rentrée 0; 0 pupils = 0
a.csv:2:60: error[counts/under-no-header]: "x" is under no header
a.csv:3: error[counts/short-row]: the row has fewer cells than the header (2 instead of 9)
`,
		},
	} {
		tt.check(t)
	}
}

func columns(field, header string) []records.Column {
	return []records.Column{{Field: field, Header: header}}
}
