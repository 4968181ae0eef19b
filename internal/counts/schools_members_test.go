package counts

import "testing"

// threeSchools are two public ones of two EPCIs, and a private one.
func threeSchools() string {
	return header35 +
		row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") +
		row35("2022", "VITRE", "0350104Y", "PUBLIC", "100") +
		row35("2022", "BRUZ", "0350105Z", "PRIVE", "50")
}

// Members are those of the file, or of --epci, or every EPCI; each has a row.
func TestSchoolsMembers(t *testing.T) {
	for _, tt := range []schoolsTest{
		{
			name:  "--epci: rows as first met, then those without a school",
			files: []string{threeSchools()},
			o:     Options{EPCI: []string{fougeres, vitre, rennes}, Sector: Public},
			want: `
schools a.csv: 3 rows = 2 kept + 1 sector; rentrée 2022; 439 pupils = 389 + 50
Rennes Métropole: 289 in 1
CA Vitré Communauté: 100 in 1
CA Fougères Agglomération: 0 in 0
a.csv: notice[schools/member-without-school]: 200072452 (CA Fougères Agglomération): no school is kept, counted as 0
`,
		},
		{
			name:  "--epci: others are left out",
			files: []string{threeSchools()},
			o:     Options{EPCI: []string{vitre}, Sector: All},
			want: `
schools a.csv: 3 rows = 1 kept + 2 not-a-member; rentrée 2022; 439 pupils = 100 + 339
CA Vitré Communauté: 100 in 1
`,
		},
		{
			name:  "--epci: an EPCI that was, one that never was",
			files: []string{threeSchools()},
			o:     Options{EPCI: []string{"200035459", "200043339"}},
			want: `
schools a.csv: 3 rows = 0 kept; rentrée 0; 0 pupils = 0
usage: --epci: 200035459 (CA d'Agen) exists no longer
`,
		},
		{
			name:  "--epci: a commune itself, and it is named twice",
			files: []string{threeSchools()},
			o:     Options{EPCI: []string{"213500010", "213500010"}},
			want: `
schools a.csv: 3 rows = 1 kept + 1 sector + 1 not-a-member; rentrée 2022; 439 pupils = 289 + 50 + 100
Acigné: 289 in 1
`,
		},
		{
			name:  "--epci: a commune, and its EPCI too",
			files: []string{threeSchools()},
			o:     Options{EPCI: []string{"213500010", rennes}},
			want: `
schools a.csv: 3 rows = 0 kept; rentrée 0; 0 pupils = 0
usage: --epci: the commune Acigné is a member, and so is its EPCI (Rennes Métropole)
`,
		},
		{
			name: "members, in their order and by their names",
			files: []string{
				threeSchools(),
				"siren;nom\n" +
					fougeres + ";Fougères\n" +
					vitre + ";\n",
			},
			o:    Options{Members: "b.csv"},
			more: 1,
			want: `
schools a.csv: 3 rows = 1 kept + 1 sector + 1 not-a-member; rentrée 2022; 439 pupils = 100 + 50 + 289
members b.csv: 2 rows = 2 kept
Fougères: 0 in 0
CA Vitré Communauté: 100 in 1
b.csv:2:1: notice[schools/member-without-school]: 200072452 (Fougères): no school is kept, counted as 0
`,
		},
		{
			name: "members that were, or never were",
			files: []string{
				threeSchools(),
				"siren;nom\n" +
					vitre + ";\n" +
					"200035459;Agen\n" +
					"200043339;?\n",
			},
			o:    Options{Members: "b.csv"},
			more: 1,
			want: `
schools a.csv: 3 rows = 1 kept + 1 sector + 1 not-a-member; rentrée 2022; 439 pupils = 100 + 50 + 289
members b.csv: 3 rows = 3 kept
CA Vitré Communauté: 100 in 1
b.csv:3:1: error[schools/lost-epci]: siren: 200035459 (CA d'Agen) exists no longer; its communes are in 200096956 (CA Agglomération d'Agen)
b.csv:4:1: error[schools/unknown-member]: siren: no EPCI nor commune on 1 January 2026 has the SIREN 200043339; did you mean 200041333 (CC de Parthenay-Gâtine), 200043438 (CC de la Moivre à la Coole), 200043321 (CC du Pays de Mormal)?
`,
		},
		{
			name: "a name of nobody, where no member is",
			files: []string{
				threeSchools() +
					"2022;AMIENS;SOMME;NULLE PART;0800071T;E;P;PUBLIC;31\n",
			},
			o: Options{EPCI: []string{rennes}},
			want: `
schools a.csv: 4 rows = 1 kept + 1 sector + 2 not-a-member; rentrée 2022; 470 pupils = 289 + 50 + 131
Rennes Métropole: 289 in 1
`,
		},
		{
			name:  "a member of no département that matters",
			files: []string{threeSchools()},
			o:     Options{EPCI: []string{"200030633"}},
			want: `
schools a.csv: 3 rows = 0 kept + 1 sector + 2 not-a-member; rentrée 2022; 439 pupils = 0 + 50 + 389
CA du Caudrésis et du Catésis: 0 in 0
a.csv:1: error[schools/none-kept]: no school is kept (1 of another sector, 2 of EPCIs that are no members or not asked for); no school there is a member's: check that the file is that of their département
`,
		},
		{
			name: "members of another département",
			files: []string{
				threeSchools(),
				"siren\n200030633\n",
			},
			o:    Options{Members: "b.csv", Sector: All},
			more: 1,
			want: `
schools a.csv: 3 rows = 0 kept + 3 not-a-member; rentrée 2022; 439 pupils = 0 + 439
members b.csv: 1 rows = 1 kept
CA du Caudrésis et du Catésis: 0 in 0
a.csv:1: error[schools/none-kept]: no school is kept (3 of EPCIs that are no members or not asked for); no school there is a member's: check that the file is that of their département
`,
		},
		{
			name: "a commune that is a member, then its EPCI, and the reverse",
			files: []string{
				threeSchools(),
				"siren\n213500010\n" + rennes + "\n" + vitre + "\n213503600\n",
			},
			o:    Options{Members: "b.csv"},
			more: 1,
			want: `
schools a.csv: 3 rows = 2 kept + 1 sector; rentrée 2022; 439 pupils = 389 + 50
members b.csv: 4 rows = 4 kept
Acigné: 289 in 1
Rennes Métropole: 0 in 0
CA Vitré Communauté: 0 in 0
Vitré: 100 in 1
b.csv:3:1: error[schools/member-twice-over]: siren: the commune Acigné is a member, and so is its EPCI (Rennes Métropole)
b.csv:5:1: error[schools/member-twice-over]: siren: the commune Vitré is a member, and so is its EPCI (CA Vitré Communauté)
`,
		},
	} {
		tt.check(t)
	}
}
