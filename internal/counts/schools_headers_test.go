package counts

import (
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
)

// No header of the ministry's, over the years, is taken for one of ours misspelt, nor two
// of them for one column.
func TestSchoolsHeaders(t *testing.T) {
	const old = "num_ligne;tri;UEEA;rep;rep__;rep0;rep_plus;code_region_academique;nombre_de_classes;fax;web;mail;etat;PIAL;GRETA;position;"
	for _, header := range []string{
		"Rentrée scolaire;Code région académique;Code région Insee;Région académique;Code académie;Académie;Code département;" +
			"Département;Code Postal;Commune;Numéro de l'école;Dénomination principale;Patronyme;Secteur;REP;REP +;" +
			"Nombre total de classes;Nombre total d'élèves;Nombre d'élèves en pré-élémentaire hors ULIS;" +
			"Nombre d'élèves en élémentaire hors ULIS;Nombre d'élèves en ULIS;Nombre d'élèves en UEEA;Nombre d'élèves en CP hors ULIS",
		old + "numero_de_l_ecole;nombre_total_d_eleves;secteur;nom_commune;code_commune_insee",
		"type_etablissement;rentree_scolaire;uai;code_commune;code_epci;commune;code_departement;departement;academie;secteur;rep;rep_plus;" +
			"denomination_principale;patronyme;nom_etablissement;effectif_total;nombre_classes;effectif_pre_elementaire;effectif_elementaire;effectif_ulis",
		"Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Code_postal;Code_commune;Nom_commune;" +
			"Code_departement;Code_academie;Code_region;Ecole_maternelle;Ecole_elementaire;Voie_generale;Appartenance_Education_Prioritaire;SIREN_SIRET;" +
			"Nombre_d_eleves;Type_contrat_prive;Libelle_departement;Libelle_academie;Libelle_region;nom_circonscription;multi_uai;rpi_concentre;" +
			"libelle_nature;Code_type_contrat_prive;etablissement_mere;type_rattachement_etablissement_mere;code_bassin_formation;code_circonscription",
		"Code du département;UAI;Nom de l'établissment;Code INSEE de la commune;Nom de la commune;Secteur;Effectifs;IPS",
	} {
		var found diag.List
		o := Options{Files: []string{"-"}, Stdin: strings.NewReader(header + "\n")}
		if _, err := Read(o, tariffs(), pickFrom2026, &found); err != nil {
			t.Fatal(err)
		}
		for _, d := range found.All() {
			if d.Text.Code != "counts/no-rows" {
				t.Errorf("%s: %s", header, d.Text.In("en"))
			}
		}
	}
}
