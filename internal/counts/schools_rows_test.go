package counts

import (
	"testing"

	"github.com/entcalc/entcalc/internal/grid"
)

// Rows are kept, left out for the first reason that fits, or have a fault.
func TestSchoolsRows(t *testing.T) {
	for _, tt := range []schoolsTest{
		{
			name: "rentrées as they are written",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022-01-01", "VITRE", "0350104Y", "PUBLIC", "100") +
					row35("2022-01-01T00:00:00+00:00", "BRUZ", "0350105Z", "PUBLIC", "5") +
					row35("2022-2023", "BRUZ", "0350106A", "PUBLIC", "6"),
			},
			want: `
schools a.csv: 4 rows = 4 kept; rentrée 2022; 400 pupils = 400
Rennes Métropole: 300 in 3
CA Vitré Communauté: 100 in 1
`,
		},
		{
			name: "no rentrées",
			files: []string{
				header35 +
					row35("2022-06-30", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022-2024", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("22", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022/2023", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022-01-01T00:00:01", "ACIGNE", "0350103X", "PUBLIC", "289"),
			},
			want: `
schools a.csv: 6 rows = 0 kept; rentrée 0; 0 pupils = 0
a.csv:2:1: error[schools/not-a-rentree]: rentree: "2022-06-30" is not a rentrée; 2024, 2024-2025 or 2024-01-01
a.csv:3:1: error[schools/not-a-rentree]: rentree: "2022-2024" is not a rentrée; 2024, 2024-2025 or 2024-01-01
a.csv:4:1: error[schools/not-a-rentree]: rentree: "22" is not a rentrée; 2024, 2024-2025 or 2024-01-01
a.csv:5:1: error[schools/blank-rentree]: rentree: blank; every row says its rentrée
a.csv:6:1: error[schools/not-a-rentree]: rentree: "2022/2023" is not a rentrée; 2024, 2024-2025 or 2024-01-01
a.csv:7:1: error[schools/not-a-rentree]: rentree: "2022-01-01T00:00:01" is not a rentrée; 2024, 2024-2025 or 2024-01-01
`,
		},
		{
			name: "the latest, newest first",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "50") +
					row35("2021", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2021", "VITRE", "0350104Y", "PUBLIC", "100") +
					row35("2020", "BRUZ", "0350105Z", "PRIVE", "50"),
			},
			want: `
schools a.csv: 5 rows = 1 kept + 3 other-rentree + 1 sector; rentrée 2022; 778 pupils = 289 + 439 + 50
Rennes Métropole: 289 in 1
a.csv: notice[schools/latest-rentree]: the latest rentrée is kept, 2022; left out: 2020, 2021; --rentree keeps another
`,
		},
		{
			name: "the latest, oldest first: what is wrong in the others says nothing",
			files: []string{
				header35 +
					row35("2020", "BRUZ", "0350105Z", "PRIVE", "50") +
					row35("2021", "VITRE", "0350104Y", "PUBLIC", "100") +
					row35("2021", "VITRE", "0350104Y", "PUBLIC", "1") +
					row35("2021", "NULLE PART", "0350106A", "", "1") +
					row35("2021", "VITRE", "0350104X", "PUBLIC", "") +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "50"),
			},
			want: `
schools a.csv: 7 rows = 1 kept + 5 other-rentree + 1 sector; rentrée 2022; 491 pupils = 289 + 152 + 50
Rennes Métropole: 289 in 1
a.csv: notice[schools/latest-rentree]: the latest rentrée is kept, 2022; left out: 2020, 2021; --rentree keeps another
`,
		},
		{
			name: "the latest, in another file",
			files: []string{
				header35 +
					row35("2021", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2021", "VITRE", "0350104Y", "PUBLIC", "100"),
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289"),
			},
			want: `
schools a.csv: 2 rows = 0 kept + 2 other-rentree; rentrée 2022; 389 pupils = 0 + 389
schools b.csv: 1 rows = 1 kept; rentrée 2022; 289 pupils = 289
Rennes Métropole: 289 in 1
b.csv:1: error[schools/rentrees-differ]: the files of schools of a run have not the same latest rentrée: a.csv (2021), b.csv (2022); choose with --rentree which is kept; a file that has it not is left aside
`,
		},
		{
			name: "the one that is asked for",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "50") +
					row35("2021", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2021", "VITRE", "0350104Y", "PUBLIC", "100") +
					row35("2020", "BRUZ", "0350105Z", "PRIVE", "50"),
			},
			o: Options{Rentree: 2021},
			want: `
schools a.csv: 5 rows = 2 kept + 3 other-rentree; rentrée 2021; 778 pupils = 389 + 389
Rennes Métropole: 289 in 1
CA Vitré Communauté: 100 in 1
`,
		},
		{
			name: "one that there is not",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2021", "ACIGNE", "0350103X", "PUBLIC", "289"),
			},
			o: Options{Rentree: 2019},
			want: `
schools a.csv: 2 rows = 0 kept + 2 other-rentree; rentrée 2019; 578 pupils = 0 + 578
usage: --rentree 2019: no row of that rentrée, but 2021, 2022
`,
		},
		{
			name:  "asked for, and nothing tells it",
			files: []string{"UAI;commune;secteur;élèves\n0350103X;Acigné;public;289\n"},
			o:     Options{Rentree: 2019},
			want: `
schools a.csv: 0 rows = 0 kept; rentrée 0; 0 pupils = 0
usage: --rentree 2019: no column tells the rentrée
`,
		},
		{
			name: "sectors as they are written",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "1") +
					row35("2022", "BRUZ", "0350104Y", "SECTEUR PUBLIC", "2") +
					row35("2022", "BRUZ", "0350105Z", "Public", "4") +
					row35("2022", "BRUZ", "0350106A", "SECTEUR PRIVE", "8") +
					row35("2022", "BRUZ", "0350107B", "privé sous contrat", "16"),
			},
			want: `
schools a.csv: 5 rows = 3 kept + 2 sector; rentrée 2022; 31 pupils = 7 + 24
Rennes Métropole: 7 in 3
`,
		},
		{
			name: "the private sector",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "50"),
			},
			o: Options{Sector: Private},
			want: `
schools a.csv: 2 rows = 1 kept + 1 sector; rentrée 2022; 339 pupils = 50 + 289
Rennes Métropole: 50 in 1
`,
		},
		{
			name: "no sectors",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "?", "1") +
					row35("2022", "VITRE", "0350104Y", "", "1") +
					row35("2021", "BRUZ", "0350105Z", "", "1"),
			},
			want: `
schools a.csv: 3 rows = 0 kept + 1 other-rentree; rentrée 2022; 3 pupils = 0 + 1
a.csv:2:72: error[schools/not-a-sector]: sector: "?" is neither public nor private; PUBLIC or PRIVE; --sector all does without
a.csv:3:71: error[schools/not-a-sector]: sector: blank; PUBLIC or PRIVE; --sector all does without
a.csv: notice[schools/latest-rentree]: the latest rentrée is kept, 2022; left out: 2021; --rentree keeps another
`,
		},
		{
			name: "no sectors, and none is asked for",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "?", "1") +
					row35("2022", "VITRE", "0350104Y", "", "1"),
			},
			o: Options{Sector: All},
			want: `
schools a.csv: 2 rows = 2 kept; rentrée 2022; 2 pupils = 2
Rennes Métropole: 1 in 1
CA Vitré Communauté: 1 in 1
`,
		},
		{
			name: "a directory: not schools, blank pupils",
			files: []string{
				"Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code_commune;Nom_commune;Code_departement;Nombre_d_eleves\n" +
					"0350103X;Lucioles;Ecole;Public;35001;Acigné;035;10\n" +
					"0350104Y;Neuve;Ecole;Public;35360;Vitré;035;\n" +
					"0350105Z;Collège;Collège;Public;35047;Bruz;035;400\n" +
					"0350106A;Rectorat;;;35238;Rennes;035;\n" +
					"0350107B;Privée;École primaire;Privé;35238;Rennes;035;\n",
			},
			want: `
schools a.csv: 5 rows = 1 kept + 2 not-a-school + 1 sector + 1 no-pupils; rentrée 0; 410 pupils = 10 + 400 + 0 + 0
Rennes Métropole: 10 in 1
a.csv:1:50: notice[schools/unknown-types]: type: rows left out, as they say neither a school nor another establishment that is known: blank (1)
a.csv:1:131: notice[schools/no-pupils-told]: pupils: blank, schools left out: 0350104Y Neuve
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are: a directory's are one or two rentrées old
`,
		},
		{
			name: "pupils that are none",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "") +
					row35("2022", "VITRE", "0350104Y", "PUBLIC", "12O") +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "") +
					row35("2022", "BRUZ", "0350106A", "PRIVE", "1.5"),
			},
			want: `
schools a.csv: 4 rows = 0 kept; rentrée 2022; 0 pupils = 0
a.csv:2:79: error[counts/blank]: pupils: blank; write 0 if there are none
a.csv:3:78: error[counts/not-a-number]: pupils: "12O" is not a whole number
a.csv:4:76: error[counts/blank]: pupils: blank; write 0 if there are none
a.csv:5:76: error[counts/not-a-number]: pupils: "1.5" is not a whole number; a count has no decimals
`,
		},
		{
			name: "numbers of schools",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103x", "PUBLIC", "1") +
					row35("2022", "ACIGNE", "350104Y", "PUBLIC", "2") +
					row35("2022", "ACIGNE", "0350105A", "PUBLIC", "4") +
					row35("2022", "ACIGNE", "", "PUBLIC", "8") +
					row35("2022", "ACIGNE", "école", "PUBLIC", "16") +
					row35("2022", "ACIGNE", "O350106A", "PUBLIC", "32") +
					row35("2022", "ACIGNE", "école", "PRIVE", "64"),
			},
			want: `
schools a.csv: 7 rows = 2 kept + 1 sector; rentrée 2022; 127 pupils = 3 + 64
Rennes Métropole: 3 in 2
a.csv:4:36: error[territory/wrong-uai-key]: uai: the letter of 0350105A is not that of its digits; perhaps 0350105Z
a.csv:5:36: error[schools/blank-uai]: uai: blank; a total line has the word TOTAL
a.csv:6:36: error[territory/not-a-uai]: uai: "école" is not a UAI (7 digits and a letter)
a.csv:7:36: error[territory/not-a-uai]: uai: "O350106A" is not a UAI (7 digits and a letter); perhaps 0350106A
a.csv:1:47: notice[schools/uais-restored]: uai: the lost leading zero is given back: 0350104Y
`,
		},
		{
			name: "twice",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2021", "ACIGNE", "0350103X", "PUBLIC", "289"),
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289"),
			},
			want: `
schools a.csv: 3 rows = 1 kept + 1 other-rentree; rentrée 2022; 867 pupils = 289 + 289
schools b.csv: 1 rows = 0 kept; rentrée 2022; 289 pupils = 0
Rennes Métropole: 289 in 1
a.csv:3:36: error[schools/uai-twice]: uai: 0350103X is already at a.csv:2
b.csv:2:36: error[schools/uai-twice]: uai: 0350103X is already at a.csv:2
a.csv: notice[schools/latest-rentree]: the latest rentrée is kept, 2022; left out: 2021; --rentree keeps another
`,
		},
		{
			name: "a total",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "50") +
					";;;;;;TOTAL;;339\n",
			},
			want: `
schools a.csv: 3 rows = 1 kept + 1 sector + 1 total; rentrée 2022; 339 pupils = 289 + 50 + 0
Rennes Métropole: 289 in 1
`,
		},
		{
			name: "a total that is wrong",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "50") +
					";;;;total;;;;340\n",
			},
			want: `
schools a.csv: 3 rows = 1 kept + 1 sector + 1 total; rentrée 2022; 339 pupils = 289 + 50 + 0
Rennes Métropole: 289 in 1
a.csv:4:14: error[counts/total-mismatch]: pupils: the TOTAL line says 340, the rows sum to 339 (1 less); mend the TOTAL line or the row at fault
`,
		},
		{
			name: "a total that is not the last",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
					";;;;total;;;;289\n" +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "50"),
			},
			want: `
schools a.csv: 3 rows = 1 kept + 1 sector; rentrée 2022; 339 pupils = 289 + 50
Rennes Métropole: 289 in 1
a.csv:3: error[counts/total-not-last]: the total line is not the last; take subtotals, and what follows the total, away
`,
		},
		{
			name: "none is kept",
			files: []string{
				header35 +
					row35("2022", "BRUZ", "0350105Z", "PRIVE", "50") +
					row35("2021", "ACIGNE", "0350103X", "PUBLIC", "289"),
			},
			want: `
schools a.csv: 2 rows = 0 kept + 1 other-rentree + 1 sector; rentrée 2022; 339 pupils = 0 + 289 + 50
a.csv: notice[schools/latest-rentree]: the latest rentrée is kept, 2022; left out: 2021; --rentree keeps another
a.csv:1: error[schools/none-kept]: no school is kept (1 of another rentrée, 1 of another sector); try --sector private or --sector all
`,
		},
	} {
		tt.check(t)
	}
}

// Schools that are equipped by the year are kept, and those of the year are new.
func TestSchoolsEquipped(t *testing.T) {
	for _, tt := range []schoolsTest{
		{
			name: "equipped or not",
			files: []string{
				"UAI;département;commune;secteur;élèves;équipée\n" +
					"0350103X;35;Acigné;public;10;oui\n" +
					"0350104Y;35;Acigné;public;10;non\n" +
					"0350105Z;35;Acigné;public;10;X\n",
			},
			want: `
schools a.csv: 3 rows = 2 kept + 1 not-equipped; rentrée 0; 30 pupils = 20 + 10
Rennes Métropole: 20 in 2
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "equipped or what",
			files: []string{
				"UAI;département;commune;secteur;élèves;équipée\n" +
					"0350103X;35;Acigné;public;10;oui\n" +
					"0350104Y;35;Acigné;public;10;\n" +
					"0350105Z;35;Acigné;public;10;bientôt\n",
			},
			want: `
schools a.csv: 3 rows = 1 kept; rentrée 0; 30 pupils = 10
Rennes Métropole: 10 in 1
a.csv:3:30: error[schools/equipped-or-not]: equipped: blank; yes or no, for each school
a.csv:4:30: error[schools/equipped-or-not]: equipped: "bientôt" is neither yes nor no; yes or no, for each school
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "since when",
			files: []string{
				"UAI;département;commune;secteur;élèves;année d'équipement\n" +
					"0350103X;35;Acigné;public;10;2024\n" +
					"0350104Y;35;Acigné;public;10;2025\n" +
					"0350105Z;35;Acigné;public;10;2026\n" +
					"0350106A;35;Acigné;public;10;\n",
			},
			o: Options{Year: 2025},
			want: `
schools a.csv: 4 rows = 2 kept + 2 not-equipped; rentrée 0; 40 pupils = 20 + 20
Rennes Métropole: 20 in 2, new 10 in 1
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "since when, and no year is asked for",
			files: []string{
				"UAI;département;commune;secteur;élèves;année d'équipement\n" +
					"0350103X;35;Acigné;public;10;2024\n",
			},
			want: `
schools a.csv: 0 rows = 0 kept; rentrée 0; 0 pupils = 0
usage: column wave tells when each school is equipped: the year of the run is needed
`,
		},
		{
			name: "since a year that is none",
			files: []string{
				"UAI;département;commune;secteur;élèves;année d'équipement\n" +
					"0350103X;35;Acigné;public;10;2\n",
			},
			o: Options{Year: 2025},
			want: `
schools a.csv: 1 rows = 0 kept; rentrée 0; 10 pupils = 0
a.csv:2:30: error[counts/not-a-year]: wave: "2" is not a year; four digits: 2026
`,
		},
		{
			name: "both",
			files: []string{
				"UAI;département;commune;secteur;élèves;équipée;tranche\n" +
					"0350103X;35;Acigné;public;10;oui;2024\n" +
					"0350104Y;35;Acigné;public;10;oui;2025\n" +
					"0350105Z;35;Acigné;public;10;oui;2026\n" +
					"0350106A;35;Acigné;public;10;non;\n" +
					"0350107B;35;Acigné;public;10;;\n" +
					"0350108C;35;Acigné;public;10;non;2026\n" +
					"0350109D;35;Acigné;public;10;;2025\n",
			},
			o: Options{Year: 2025},
			want: `
schools a.csv: 7 rows = 3 kept + 4 not-equipped; rentrée 0; 70 pupils = 30 + 40
Rennes Métropole: 30 in 3, new 20 in 2
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "both, and they disagree",
			files: []string{
				"UAI;département;commune;secteur;élèves;équipée;tranche\n" +
					"0350103X;35;Acigné;public;10;oui;\n" +
					"0350104Y;35;Acigné;public;10;non;2024\n" +
					"0350105Z;35;Acigné;public;10;peut-être;2024\n",
			},
			o: Options{Year: 2025},
			want: `
schools a.csv: 3 rows = 0 kept; rentrée 0; 30 pupils = 0
a.csv:2:34: error[schools/no-wave]: wave: blank, and equipped says yes; write the year in which the school was equipped
a.csv:3:34: error[schools/wave-of-unequipped]: wave: 2024, and equipped says no
a.csv:4:30: error[schools/equipped-or-not]: equipped: "peut-être" is neither yes nor no; yes or no, for each school
`,
		},
	} {
		tt.check(t)
	}
}

// A rentrée is a year, in any way that files write it.
func TestParseRentree(t *testing.T) {
	for cell, want := range map[string]int{
		"2022": 2022, "2021-2022": 2021, "2025-01-01": 2025, "2025-09-01": 2025, "01/01/2025": 2025, "1/9/2024": 2024,
		"2025-01-01T00:00:00": 2025, "2025-01-01T00:00:00Z": 2025, "2025-01-01T00:00:00+00:00": 2025,
		"": 0, "22": 0, "09/01/2024": 0, "2024/2025": 0, "01/01/25": 0, "2021-2023": 0, "2021-2022T00:00:00": 0, "2025-10-01": 0, "2025-01-01T12:00:00": 0, "2022T00:00:00": 0, "20222023": 0,
	} {
		got, ok := parseRentree(cell, grid.Text)
		if ok != (want != 0) || ok && got != want {
			t.Errorf("%q: %d %t, want %d", cell, got, ok, want)
		}
	}
}
