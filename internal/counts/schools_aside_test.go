package counts

import "testing"

// Rows that are left out are of schools all the same.
func TestSchoolsAside(t *testing.T) {
	const waves = "Rentrée scolaire;UAI;commune;département;secteur;élèves;tranche\n"
	for _, tt := range []schoolsTest{
		{
			name: "a school twice, in two sectors",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "100") +
					row35("2022", "VITRE", "0350104Y", "PRIVE", "10") +
					row35("2022", "ACIGNE", "0350103X", "PRIVE", "50"),
				header35 + row35("2022", "VITRE", "0350104Y", "PUBLIC", "20"),
			},
			want: `
schools a.csv: 3 rows = 1 kept + 1 sector; rentrée 2022; 160 pupils = 100 + 10
schools b.csv: 1 rows = 0 kept; rentrée 2022; 20 pupils = 0
Rennes Métropole: 100 in 1
a.csv:4:36: error[schools/uai-twice]: uai: 0350103X is already at a.csv:2
b.csv:2:35: error[schools/uai-twice]: uai: 0350104Y is already at a.csv:3
`,
		},
		{
			name: "a school twice, equipped and not, and both times of another sector",
			files: []string{
				waves +
					"2025;0350103X;ACIGNE;35;PUBLIC;100;2025\n2025;350103X;ACIGNE;35;PUBLIC;100;\n" +
					"2025;0350104Y;VITRE;35;PRIVE;1;2025\n2025;0350104Y;VITRE;35;PRIVE;1;2025\n",
			},
			o: Options{Year: 2026},
			want: `
schools a.csv: 4 rows = 1 kept + 1 sector; rentrée 2025; 202 pupils = 100 + 1
Rennes Métropole: 100 in 1, new 0 in 0
a.csv:3:6: error[schools/uai-twice]: uai: 0350103X is already at a.csv:2
a.csv:5:6: error[schools/uai-twice]: uai: 0350104Y is already at a.csv:4
`,
		},
		{
			name: "of other rentrées, without a number, and what is no school",
			files: []string{
				"Rentrée scolaire;UAI;commune;département;secteur;élèves;type\n" +
					"2021;0350103X;ACIGNE;35;PRIVE;1;Ecole\n" +
					"2022;0350103X;ACIGNE;35;PUBLIC;2;Ecole\n" +
					"2022;0350103X;ACIGNE;35;PRIVE;;Collège\n" +
					"2022;;ACIGNE;35;PRIVE;4;Ecole\n" +
					"2022;;ACIGNE;35;PRIVE;4;Ecole\n" +
					"2021;0350103X;ACIGNE;35;PUBLIC;8;Ecole\n",
			},
			want: `
schools a.csv: 6 rows = 1 kept + 2 other-rentree + 1 not-a-school + 2 sector; rentrée 2022; 19 pupils = 2 + 9 + 0 + 8
Rennes Métropole: 2 in 1
a.csv: notice[schools/latest-rentree]: the latest rentrée is kept, 2022; left out: 2021; --rentree keeps another
`,
		},
		{
			name: "blank pupils, of another sector and not equipped",
			files: []string{
				waves +
					"2025;0350103X;ACIGNE;35;PUBLIC;100;2025\n2025;0350104Y;VITRE;35;PUBLIC;;2030\n2025;0350105Z;BRUZ;35;PRIVE;;2025\n2024;0350106A;BRUZ;35;PRIVE;;2025\n",
			},
			o: Options{Year: 2026, Rentree: 2025},
			want: `
schools a.csv: 4 rows = 1 kept + 1 other-rentree; rentrée 2025; 100 pupils = 100 + 0
Rennes Métropole: 100 in 1, new 0 in 0
a.csv:3:31: error[counts/blank]: pupils: blank; write 0 if there are none
a.csv:4:29: error[counts/blank]: pupils: blank; write 0 if there are none
`,
		},
		{
			name: "older rentrées in the second file only",
			files: []string{
				header35 + row35("2022", "ACIGNE", "0350103X", "PUBLIC", "100"),
				header35 + row35("2022", "VITRE", "0350104Y", "PUBLIC", "10") + row35("2021", "VITRE", "0350104Y", "PUBLIC", "1"),
			},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 100 pupils = 100
schools b.csv: 2 rows = 1 kept + 1 other-rentree; rentrée 2022; 11 pupils = 10 + 1
Rennes Métropole: 100 in 1
CA Vitré Communauté: 10 in 1
b.csv: notice[schools/latest-rentree]: the latest rentrée is kept, 2022; left out: 2021; --rentree keeps another
`,
		},
		{
			name:  "none is kept: a member has one, of another sector",
			files: []string{header35 + row35("2022", "VITRE", "0350104Y", "PUBLIC", "10") + row35("2022", "ACIGNE", "0350103X", "PRIVE", "1")},
			o:     Options{EPCI: []string{rennes}},
			want: `
schools a.csv: 2 rows = 0 kept + 1 sector + 1 not-a-member; rentrée 2022; 11 pupils = 0 + 1 + 10
Rennes Métropole: 0 in 0
a.csv:1: error[schools/none-kept]: no school is kept (1 of another sector, 1 of an EPCI that is no member or not asked for); try --sector private or --sector all
`,
		},
		{
			name:  "none is kept: those of another sector are no member's either",
			files: []string{header35 + row35("2022", "VITRE", "0350104Y", "PRIVE", "10")},
			o:     Options{EPCI: []string{rennes}},
			want: `
schools a.csv: 1 rows = 0 kept + 1 sector; rentrée 2022; 10 pupils = 0 + 10
Rennes Métropole: 0 in 0
a.csv:1: error[schools/none-kept]: no school is kept (1 of another sector); no school there is a member's: check that the file is that of their département
`,
		},
		{
			name: "none is kept: a member has one that is not equipped",
			files: []string{
				waves + "2025;0350103X;ACIGNE;35;PUBLIC;100;2030\n2025;0350104Y;VITRE;35;PRIVE;1;2025\n",
			},
			o: Options{EPCI: []string{rennes}, Year: 2026},
			want: `
schools a.csv: 2 rows = 0 kept + 1 sector + 1 not-equipped; rentrée 2025; 101 pupils = 0 + 1 + 100
Rennes Métropole: 0 in 0, new 0 in 0
a.csv:1: error[schools/none-kept]: no school is kept (1 of another sector, 1 not equipped); check the columns of equipment, and --year
`,
		},
	} {
		tt.check(t)
	}
}
