package counts

import (
	"testing"

	"github.com/entcalc/entcalc/internal/territory"
)

// What a file of schools has beside what the ministry writes is said, not passed over.
func TestSchoolsUnusual(t *testing.T) {
	for _, tt := range []schoolsTest{
		{
			name: "columns that nobody reads, and columns of members",
			files: []string{
				"UAI;département;commune;secteur;élèves;Code Postal;REP +;Remarque;Subvention;Exercice;audit_quantity;nouveaux élèves\n" +
					"0350103X;35;Acigné;public;289;35690;0;x;100;2026;1;3\n",
			},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 289 pupils = 289
Rennes Métropole: 289 in 1
a.csv:1: notice[schools/unknown-columns]: columns not read: Remarque
a.csv:1:67: error[schools/column-of-members]: "Subvention" (subsidy) is not said school by school; a choice, a quantity, a subsidy or a voted amount is said with --members, a cost with --costs, the year with --year, what is new with the column wave; else rename the column
a.csv:1:78: error[schools/column-of-members]: "Exercice" (year) is not said school by school; a choice, a quantity, a subsidy or a voted amount is said with --members, a cost with --costs, the year with --year, what is new with the column wave; else rename the column
a.csv:1:87: error[schools/column-of-members]: "audit_quantity" (audit_quantity) is not said school by school; a choice, a quantity, a subsidy or a voted amount is said with --members, a cost with --costs, the year with --year, what is new with the column wave; else rename the column
a.csv:1:102: error[schools/column-of-members]: "nouveaux élèves" (new_pupils) is not said school by school; a choice, a quantity, a subsidy or a voted amount is said with --members, a cost with --costs, the year with --year, what is new with the column wave; else rename the column
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "types beside those of the directory",
			files: []string{
				"UAI;type;département;commune;secteur;élèves\n" +
					"0350103X;Ecole;35;Acigné;public;1\n" +
					"0350104Y;École élémentaire d'application;35;Acigné;public;2\n" +
					"0350105Z;Collège;35;Acigné;public;4\n" +
					"0350106A;;35;Acigné;public;8\n" +
					"0350107B;Ecoel;35;Acigné;public;16\n" +
					"0350108C;;35;Acigné;public;32\n" +
					"0350109D;Service Administratif;35;Acigné;public;64\n",
			},
			want: `
schools a.csv: 7 rows = 2 kept + 5 not-a-school; rentrée 0; 127 pupils = 3 + 124
Rennes Métropole: 3 in 2
a.csv:1:5: notice[schools/unknown-types]: type: rows left out, as they say neither a school nor another establishment that is known: blank (2), Ecoel (1)
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are: a directory's are one or two rentrées old
`,
		},
		{
			name: "sectors by whole words",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "Non public", "1") +
					row35("2022", "ACIGNE", "0350104Y", "publicité", "2") +
					row35("2022", "ACIGNE", "0350105Z", "secteur public", "4") +
					row35("2022", "ACIGNE", "0350106A", "Privé hors contrat", "8") +
					row35("2022", "ACIGNE", "0350107B", "public et privé", "16") +
					row35("2022", "ACIGNE", "0350108C", "Établissement privé", "32"),
			},
			want: `
schools a.csv: 6 rows = 1 kept + 1 sector; rentrée 2022; 63 pupils = 4 + 8
Rennes Métropole: 4 in 1
a.csv:2:72: error[schools/not-a-sector]: sector: "Non public" is neither public nor private; PUBLIC or PRIVE; --sector all does without
a.csv:3:72: error[schools/not-a-sector]: sector: "publicité" is neither public nor private; PUBLIC or PRIVE; --sector all does without
a.csv:6:72: error[schools/not-a-sector]: sector: "public et privé" is neither public nor private; PUBLIC or PRIVE; --sector all does without
a.csv:7:72: error[schools/not-a-sector]: sector: "Établissement privé" is neither public nor private; PUBLIC or PRIVE; --sector all does without
`,
		},
		{
			name: "a school without number that is called after Total, and a total",
			files: []string{
				"UAI;département;commune;secteur;élèves;patronyme\n" +
					"0350103X;35;Acigné;public;1;JULES FERRY\n" +
					";35;Acigné;public;2;Total Energies\n" +
					";;Total général :;;3;\n",
			},
			want: `
schools a.csv: 3 rows = 1 kept + 1 total; rentrée 0; 3 pupils = 1 + 0
Rennes Métropole: 1 in 1
a.csv:3:1: error[schools/blank-uai]: uai: blank; a total line has the word TOTAL
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a rentrée mistyped, and the year",
			files: []string{
				header35 +
					row35("2024", "ACIGNE", "0350103X", "PUBLIC", "289") +
					row35("2042", "ACIGNE", "0350104Y", "PRIVE", "100"),
			},
			o: Options{Year: 2025},
			want: `
schools a.csv: 2 rows = 0 kept + 1 other-rentree + 1 sector; rentrée 2042; 389 pupils = 0 + 289 + 100
a.csv: notice[schools/latest-rentree]: the latest rentrée is kept, 2042; left out: 2024; --rentree keeps another
a.csv: error[schools/rentree-and-year]: the pupils are of the rentrée 2042, the year of the run is 2025; if it is meant, --rentree 2042 says so
`,
		},
		{
			name: "members, and a school whose département and number differ",
			files: []string{
				"UAI;département;commune;secteur;élèves\n" +
					"0350103X;35;Acigné;public;1\n" +
					"0350104Y;22;Nulle part;public;2\n" +
					"0220105V;35;Nulle part;public;4\n" +
					"0220106W;22;Nulle part;public;8\n",
			},
			o: Options{EPCI: []string{rennes}},
			want: `
schools a.csv: 4 rows = 1 kept + 1 not-a-member; rentrée 0; 15 pupils = 1 + 8
Rennes Métropole: 1 in 1
a.csv:3:13: error[schools/unknown-commune]: commune: no commune of the département 22 is called "Nulle part"; mend it, or give the directory with --annuaire
a.csv:4:13: error[schools/unknown-commune]: commune: no commune of the département 35 is called "Nulle part"; mend it, or give the directory with --annuaire
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "more pupils than can be counted",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "999999999") +
					row35("2022", "ACIGNE", "0350104Y", "PUBLIC", "1"),
			},
			want: `
schools a.csv: 2 rows = 2 kept; rentrée 2022; 1000000000 pupils = 1000000000
Rennes Métropole: 1000000000 in 2
a.csv:2: error[schools/too-many-pupils]: 243500139 (Rennes Métropole): its schools have 1000000000 pupils, and the limit is 999999999
`,
		},
		{
			name: "communes of today in a composition of before",
			files: []string{
				header35 + "2022;N;VENDEE;L'OIE;0850003S;E;P;PUBLIC;7\n2022;N;VENDEE;L'ILE-D'YEU;0850001P;E;P;PUBLIC;7\n",
				"code_commune;commune;siren_epci\n85084;Essarts en Bocage;200071629\n",
			},
			o:    Options{Communes: "b.csv"},
			more: 1,
			want: `
schools a.csv: 2 rows = 0 kept + 1 no-epci; rentrée 2022; 14 pupils = 0 + 7
communes b.csv: 1 rows = 1 kept
a.csv:2:15: error[schools/commune-not-in-composition]: commune: the composition given with --communes has not the commune "L'OIE"; give a later composition with --communes, or the directory of the same year with --annuaire
a.csv: notice[schools/no-epci]: communes without EPCI, left out (schools: 1, pupils: 7): 85113 L'Île-d'Yeu
`,
		},
		{
			name: "a code of today in a composition of before, and former codes of Mayotte",
			files: []string{
				"UAI;secteur;élèves;code insee\n0850003S;public;7;85165\n9760001X;public;8;98511\n",
				"code_commune;commune;siren_epci\n85084;Essarts en Bocage;200071629\n97611;Mamoudzou;200059871\n",
			},
			o:    Options{Communes: "b.csv"},
			more: 1,
			want: `
schools a.csv: 2 rows = 1 kept; rentrée 0; 15 pupils = 8
communes b.csv: 2 rows = 2 kept
CC du Centre-Ouest: 8 in 1
a.csv:2:19: error[schools/commune-not-in-composition]: commune_code: the composition given with --communes has not the commune "85165"; give a later composition with --communes, or the directory of the same year with --annuaire
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a directory with the interface's names, in lower case",
			files: []string{
				header35 + row35("2022", "NULLE PART", "0350103X", "PUBLIC", "1"),
				"identifiant_de_l_etablissement;nom_etablissement;type_etablissement;code_postal;code_commune;nom_commune;code_departement\n" +
					"0350103X;Jules Ferry;Ecole;35690;35001;Acigné;035\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 1 pupils = 1
directory b.csv: 1 rows = 1 kept
Rennes Métropole: 1 in 1
`,
		},
		{
			name: "schools about to close, or without contract, are schools as others",
			files: []string{
				"Identifiant_de_l_etablissement;Type_etablissement;Statut_public_prive;Code_commune;Nom_commune;Code_departement;Nombre_d_eleves;Type_contrat_prive;etat\n" +
					"0350103X;Ecole;Privé;35001;Acigné;035;1;HORS CONTRAT;OUVERT\n" +
					"0350104Y;Ecole;Public;35001;Acigné;035;2;SANS OBJET;A FERMER\n" +
					"0350105Z;Ecole;Public;35001;Acigné;035;4;SANS OBJET;OUVERT\n",
			},
			o: Options{Sector: All},
			want: `
schools a.csv: 3 rows = 3 kept; rentrée 0; 7 pupils = 7
Rennes Métropole: 7 in 3
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are: a directory's are one or two rentrées old
`,
		},
	} {
		tt.check(t)
	}
}

// An --epci that is nobody's has three neighbours at most.
func TestNearEPCIs(t *testing.T) {
	c, err := territory.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if near := nearEPCIs(c, "200070696"); len(near) != mostNear {
		t.Errorf("%q", near)
	}
}

// ParseRentree reads what files have.
func TestParseRentreeFlag(t *testing.T) {
	for s, want := range map[string]int{"2021": 2021, "2021-2022": 2021, "2025-01-01": 2025, "2021-2023": 0, "": 0, "21": 0} {
		if year, ok := ParseRentree(s); ok != (want != 0) || ok && year != want {
			t.Errorf("%q: %d, %v", s, year, ok)
		}
	}
}

// Ninety-eight communes have no EPCI: all are named.
func TestListing(t *testing.T) {
	l := listing{most: 100}
	for range 98 {
		l.add(func() string { return "x" })
	}
	if len(l.words) != 98 {
		t.Errorf("%d words", len(l.words))
	}
}
