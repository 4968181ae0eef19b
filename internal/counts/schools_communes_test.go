package counts

import "testing"

// A commune is found by its code, by the directory, by its name; or it is said why not.
func TestSchoolsCommunes(t *testing.T) {
	for _, tt := range []schoolsTest{
		{
			name: "by code: present, former, of an arrondissement, without its zero",
			files: []string{
				"UAI;département;commune;secteur;élèves;code commune\n" +
					"0350103X;35;Acigné;public;1;35001\n" +
					"0350104Y;35;FLEURIGNE;public;2;35112\n" +
					"0750001U;75;PARIS 15;public;4;75115\n" +
					"0010001W;01;L'Abergement-Clémenciat;public;8;1001\n",
			},
			want: `
schools a.csv: 4 rows = 4 kept; rentrée 0; 15 pupils = 15
Rennes Métropole: 1 in 1
CA Fougères Agglomération: 2 in 1
Métropole du Grand Paris: 4 in 1
CC de la Dombes: 8 in 1
a.csv:1:40: notice[schools/codes-restored]: commune_code: the lost leading zero is given back: 01001
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a code that is not the name's wins, and one that is unknown does not",
			files: []string{
				"UAI;département;commune;secteur;élèves;code commune\n" +
					"0350103X;35;Vitré;public;1;35001\n" +
					"0350104Y;35;Vitré;public;2;35360\n" +
					"0350105Z;35;Bruz;public;4;35999\n" +
					"0350106A;35;Bruz;public;8;\n" +
					"0350107B;35;Acigné;public;16;35001\n",
			},
			want: `
schools a.csv: 5 rows = 5 kept; rentrée 0; 31 pupils = 31
Rennes Métropole: 29 in 4
CA Vitré Communauté: 2 in 1
a.csv:1:40: notice[schools/code-not-name]: commune_code: the code is not that of the commune's name, and the code is believed: 0350103X (35001, Vitré)
a.csv:1:40: notice[schools/codes-passed-over]: commune_code: the code is no commune's, which is found otherwise: 0350105Z (35999)
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "post codes are no codes",
			files: []string{
				"UAI;département;nom commune;secteur;élèves;code_commune_insee\n" +
					"0350103X;35;Acigné;public;1;35690\n" +
					"0350104Y;35;Vitré;public;2;35500\n",
			},
			want: `
schools a.csv: 2 rows = 2 kept; rentrée 0; 3 pupils = 3
Rennes Métropole: 1 in 1
CA Vitré Communauté: 2 in 1
a.csv:1:44: notice[schools/not-insee]: "code_commune_insee" does not hold INSEE codes (post codes, perhaps): communes are looked for otherwise; by the directory if there is one, else by département and "nom commune"
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "codes alone",
			files: []string{
				"UAI;secteur;élèves;code insee\n" +
					"0350103X;public;1;35001\n" +
					"0350104Y;public;2;35360\n" +
					"0350105Z;public;4;35999\n" +
					"0350106A;public;4;\n",
			},
			want: `
schools a.csv: 4 rows = 0 kept; rentrée 0; 11 pupils = 0
a.csv:1:20: notice[schools/not-insee]: "code insee" does not hold INSEE codes only (post codes, perhaps): communes are looked for otherwise
a.csv:2:19: error[schools/code-not-believed]: commune_code: 35001 (Acigné) is not believed, as the column does not hold INSEE codes only (post codes, perhaps); mend the column, or give the directory with --annuaire
a.csv:3:19: error[schools/code-not-believed]: commune_code: 35360 (Vitré) is not believed, as the column does not hold INSEE codes only (post codes, perhaps); mend the column, or give the directory with --annuaire
a.csv:4:19: error[schools/unknown-code]: commune_code: "35999" is the INSEE code of no commune; the column holds post codes, perhaps (codes of no commune: 1 of 3)
a.csv:5:19: error[schools/no-commune]: uai: nothing tells the commune of 0350106A; complete the row, or give the directory with --annuaire
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "codes alone, in another département than the schools' numbers",
			files: []string{
				"UAI;secteur;élèves;code insee\n" +
					"0590103S;public;1;35238\n" +
					"0590104T;public;2;35360\n",
			},
			want: `
schools a.csv: 2 rows = 0 kept; rentrée 0; 3 pupils = 0
a.csv:1:20: notice[schools/not-insee]: "code insee" does not hold INSEE codes of the schools' département, for the most part: communes are looked for otherwise
a.csv:2:19: error[schools/code-not-believed]: commune_code: 35238 (Rennes) is not believed, as the column does not hold INSEE codes of the schools' département, for the most part; mend the column, or give the directory with --annuaire
a.csv:3:19: error[schools/code-not-believed]: commune_code: 35360 (Vitré) is not believed, as the column does not hold INSEE codes of the schools' département, for the most part; mend the column, or give the directory with --annuaire
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "codes of other communes than the names",
			files: []string{
				"UAI;secteur;élèves;code insee;commune\n" +
					"0350103X;public;1;35238;Acigné\n" +
					"0350104Y;public;2;35360;Bruz\n",
			},
			want: `
schools a.csv: 2 rows = 2 kept; rentrée 0; 3 pupils = 3
Rennes Métropole: 3 in 2
a.csv:1:20: notice[schools/not-insee]: "code insee" does not hold, for the most part, the INSEE codes of the communes that names or the directory tell: communes are looked for otherwise; by the directory if there is one, else by département and "commune"
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a composition without the schools' département, and with a commune of another only",
			files: []string{
				header35 + row35("2022", "ACIGNE", "0350103X", "PUBLIC", "1") + row35("2022", "VITRE", "0350104Y", "PUBLIC", "2") +
					"2022;LILLE;NORD;CAUDRY;0590103S;E;P;PUBLIC;4\n2022;LILLE;NORD;CAMBRAI;0590104T;E;P;PUBLIC;8\n",
				"code_commune;siren_epci\n59139;200030633\n",
			},
			o:    Options{Communes: "b.csv"},
			more: 1,
			want: `
schools a.csv: 4 rows = 1 kept; rentrée 2022; 15 pupils = 4
communes b.csv: 1 rows = 1 kept
CA du Caudrésis et du Catésis: 4 in 1
a.csv:2:29: error[schools/department-not-covered]: this composition has no commune of the département 35 (schools: 2); give with --communes a composition that covers it
a.csv:5:17: error[schools/commune-not-in-composition]: commune: the composition given with --communes has not the commune "CAMBRAI"; give a later composition with --communes, or the directory of the same year with --annuaire
`,
		},
		{
			name: "codes alone, and post codes",
			files: []string{
				"UAI;secteur;élèves;code insee\n" +
					"0350103X;public;1;35690\n" +
					"0350104Y;public;2;35500\n",
			},
			want: `
schools a.csv: 2 rows = 0 kept; rentrée 0; 3 pupils = 0
a.csv:1:20: notice[schools/not-insee]: "code insee" does not hold INSEE codes (post codes, perhaps): communes are looked for otherwise
a.csv:2:19: error[schools/unknown-code]: commune_code: "35690" is the INSEE code of no commune; the column holds post codes, perhaps (codes of no commune: 2 of 2)
a.csv:3:19: error[schools/unknown-code]: commune_code: "35500" is the INSEE code of no commune; the column holds post codes, perhaps (codes of no commune: 2 of 2)
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "départements as they are written",
			files: []string{
				"UAI;code département;département;commune;secteur;élèves\n" +
					"0350103X;35;;Acigné;public;1\n" +
					"0350104Y;035;;VITRE;public;2\n" +
					"0350105Z;;ILLE-ET-VILAINE;BRUZ;public;4\n" +
					"0350106A;;;Rennes;public;8\n" +
					"0010001W;1;;Bourg en Bresse;public;16\n" +
					"7200001N;02B;;BASTIA;public;32\n" +
					"7200002P;;HAUTE CORSE;BASTIA;public;32\n" +
					"9740001H;974;LA REUNION;ST-DENIS;public;64\n" +
					"0350107B;XX;?;Rennes;public;8\n",
			},
			want: `
schools a.csv: 9 rows = 9 kept; rentrée 0; 167 pupils = 167
Rennes Métropole: 21 in 4
CA Vitré Communauté: 2 in 1
CA du Bassin de Bourg-en-Bresse: 16 in 1
CA de Bastia: 64 in 2
CA Intercommunale du Nord de la Réunion (CINOR): 64 in 1
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "names that were",
			files: []string{
				header35 +
					row35("2022", "FLEURIGNE", "0350103X", "PUBLIC", "1") +
					row35("2022", "LA CHAPELLE-JANSON", "0350104Y", "PUBLIC", "2") +
					row35("2022", "SAINT-PERE", "0350105Z", "PUBLIC", "4"),
			},
			want: `
schools a.csv: 3 rows = 3 kept; rentrée 2022; 7 pupils = 7
CA Fougères Agglomération: 3 in 2
CA du Pays de Saint Malo Agglomération: 4 in 1
`,
		},
		{
			name: "names of nobody, or of several",
			files: []string{
				header35 +
					row35("2022", "ACIGNAY", "0350103X", "PUBLIC", "1") +
					row35("2022", "ATLANTIDE", "0350104Y", "PUBLIC", "2") +
					row35("2022", "", "0350105Z", "PUBLIC", "4") +
					"2022;AMIENS;SOMME;MONTIGNY;0800071T;E;P;PUBLIC;31\n2022;X;;ACIGNE;9990001P;E;P;PUBLIC;31\n",
			},
			want: `
schools a.csv: 5 rows = 0 kept; rentrée 2022; 69 pupils = 0
a.csv:2:29: error[schools/unknown-commune]: commune: no commune of the département 35 is called "ACIGNAY"; did you mean "Acigné"?
a.csv:3:29: error[schools/unknown-commune]: commune: no commune of the département 35 is called "ATLANTIDE"; mend it, or give the directory with --annuaire
a.csv:4:29: error[schools/no-commune]: uai: nothing tells the commune of 0350105Z; complete the row, or give the directory with --annuaire
a.csv:5:19: error[schools/ambiguous-commune]: commune: "MONTIGNY" (80) may be 80562 Montigny-sur-l'Hallue, 80563 Montigny-les-Jongleurs; give the directory with --annuaire, or a column code_commune
a.csv:6:16: error[territory/wrong-uai-key]: uai: the letter of 9990001P is not that of its digits; perhaps 9990001X
`,
		},
		{
			name: "no EPCI",
			files: []string{
				header35 +
					"2022;N;VENDEE;L'ILE-D'YEU;0850001P;E;P;PUBLIC;7\n2022;N;VENDEE;L'ILE-D'YEU;0850002R;E;P;PUBLIC;8\n" +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289"),
			},
			want: `
schools a.csv: 3 rows = 1 kept + 2 no-epci; rentrée 2022; 304 pupils = 289 + 15
Rennes Métropole: 289 in 1
a.csv: notice[schools/no-epci]: communes without EPCI, left out (schools: 2, pupils: 15): 85113 L'Île-d'Yeu
`,
		},
		{
			name: "a directory: before the name, after the code",
			files: []string{
				header35 +
					row35("2022", "NULLE PART", "0350103X", "PUBLIC", "1") +
					row35("2022", "VITRE", "0350104Y", "PUBLIC", "100") +
					row35("2022", "BRUZ", "0350105Z", "PUBLIC", "4"),
				"Identifiant_de_l_etablissement;Code_commune;Nom_commune;Code_departement\n" +
					"0350103X;35001;Acigné;035\n" +
					"0350104Y;35238;Rennes;035\n" +
					"0350106A;35360;;035\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 3 rows = 3 kept; rentrée 2022; 105 pupils = 105
directory b.csv: 3 rows = 3 kept
Rennes Métropole: 105 in 3
a.csv:1:47: notice[schools/directory-not-name]: uai: the directory does not give the commune that the name says, and the directory is believed, its code first: 0350104Y ECOLE PRIMAIRE JULES FERRY (35238, VITRE)
`,
		},
		{
			name: "a directory: a school on two lines, a former code, an unknown code",
			files: []string{
				header35 +
					row35("2022", "NULLE PART", "0350103X", "PUBLIC", "1") +
					row35("2022", "NULLE PART", "0350104Y", "PUBLIC", "1") +
					row35("2022", "NULLE PART", "0350105Z", "PUBLIC", "1") +
					row35("2022", "NULLE PART", "0350106A", "PUBLIC", "1"),
				"Identifiant_de_l_etablissement;Code_commune;Nom_commune;Code_departement\n" +
					"0350103X;35112;;035\n" +
					"0350103X;35062;;035\n" +
					"0350104Y;99999;Acigné;035\n" +
					"0350106A;35360;Vitré;035\n" +
					"0350105Z;35001;;035\n" +
					"0350105Z;35360;;035\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 4 rows = 3 kept; rentrée 2022; 4 pupils = 3
directory b.csv: 6 rows = 6 kept
CA Fougères Agglomération: 1 in 1
Rennes Métropole: 1 in 1
CA Vitré Communauté: 1 in 1
a.csv:4:29: error[schools/directory-disagrees]: uai: the directory gives 0350105Z several communes: 35001 Acigné, 35360 Vitré
`,
		},
		{
			name: "directories that are none",
			files: []string{
				header35 +
					row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289"),
				"a;b\n1;2\n",
				"uai;x\n0350103X;2\n",
			},
			o:    Options{Directories: []string{"b.csv", "c.csv"}},
			more: 2,
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 289 pupils = 289
Rennes Métropole: 289 in 1
b.csv:1: error[schools/no-directory-header]: --annuaire: no column of UAIs ("Identifiant_de_l_etablissement") in the first 50 lines; the file begins with "a b"
c.csv:1: error[schools/no-directory-commune]: --annuaire: no column gives the commune's INSEE code ("Code_commune"), nor its name
`,
		},
		{
			name: "a directory with a row that is too short",
			files: []string{
				header35 + row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289"),
				"uai;code commune;commune\n0350103X;35001;Acigné\n0350104Y;35360\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 289 pupils = 289
directory b.csv: 2 rows = 1 kept
Rennes Métropole: 289 in 1
b.csv:3: error[counts/short-row]: the row has fewer cells than the header (2 instead of 3)
`,
		},
		{
			name: "a directory with a field named by hand twice",
			files: []string{
				header35 + row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289"),
				"uai;a;b\n0350103X;35001;35360\n",
			},
			o: Options{
				Directories: []string{"b.csv"},
				Columns:     append(columns("commune_code", "a"), columns("commune_code", "b")...),
			},
			more: 1,
			want: `
schools a.csv: 1 rows = 0 kept; rentrée 0; 0 pupils = 0
usage: --map: "a" and "b" both name commune_code
`,
		},
		{
			name: "by the directory alone",
			files: []string{
				"UAI;secteur;élèves\n0350103X;public;1\n0350104Y;public;2\n",
				"Identifiant_de_l_etablissement;Code_commune;Nom_commune;Code_departement\n" +
					"0350103X;35001;Acigné;035\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 2 rows = 1 kept; rentrée 0; 3 pupils = 1
directory b.csv: 1 rows = 1 kept
Rennes Métropole: 1 in 1
a.csv:3:1: error[schools/no-commune]: uai: nothing tells the commune of 0350104Y; complete the row; the directory given does not place this school
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a directory of post codes",
			files: []string{
				header35 + row35("2022", "ACIGNE", "0350103X", "PUBLIC", "1"),
				"UAI;code_commune_insee;commune;code département\n0350103X;35690;Acigné;35\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2022; 1 pupils = 1
directory b.csv: 1 rows = 1 kept
Rennes Métropole: 1 in 1
b.csv:1:5: notice[schools/not-insee]: "code_commune_insee" does not hold INSEE codes (post codes, perhaps): communes are looked for otherwise
`,
		},
	} {
		tt.check(t)
	}
}
