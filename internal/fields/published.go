package fields

import "strings"

// Published gives the headers of the ministry's files of schools, and of files made of
// them, that no field reads, folded: they are no news to anybody. They are those of all
// layouts since 2019, of exports with labels and of the interface.
func Published() map[string]bool {
	folded := make(map[string]bool)
	for header := range strings.SplitSeq(published, ";") {
		folded[Fold(header)] = true
	}
	delete(folded, "")
	return folded
}

const published = `Adresse_1;Adresse_2;Adresse_3;Code_postal;Code_academie;Code_region;Ecole_maternelle;Ecole_elementaire;
Voie_generale;Voie_technologique;Voie_professionnelle;Telephone;Fax;Web;Mail;Restauration;Hebergement;ULIS;
Apprentissage;Segpa;Section_arts;Section_cinema;Section_theatre;Section_sport;Section_internationale;
Section_europeenne;Lycee_Agricole;Lycee_militaire;Lycee_des_metiers;Post_BAC;
Appartenance_Education_Prioritaire;GRETA;SIREN_SIRET;Fiche_onisep;position;Type_contrat_prive;
Libelle_academie;Libelle_region;coordX_origine;coordY_origine;epsg_origine;nom_circonscription;latitude;
longitude;precision_localisation;date_ouverture;date_maj_ligne;etat;ministere_tutelle;multi_uai;rpi_concentre;
rpi_disperse;code_nature;libelle_nature;Code_type_contrat_prive;PIAL;etablissement_mere;
type_rattachement_etablissement_mere;code_circonscription;code_zone_animation_pedagogique;
libelle_zone_animation_pedagogique;code_bassin_formation;libelle_bassin_formation;academie;rep;
rep_plus;nombre_classes;effectif_pre_elementaire;effectif_elementaire;effectif_ulis;Région académique;
Nombre d'élèves en pré-élémentaire hors ULIS;Nombre d'élèves en élémentaire hors ULIS;Nombre d'élèves en ULIS;
Nombre d'élèves en CP hors ULIS;Nombre d'élèves en CE1 hors ULIS;Nombre d'élèves en CE2 hors ULIS;
Nombre d'élèves en CM1 hors ULIS;Nombre d'élèves en CM2 hors ULIS;tri;code_region_aca;code_region_insee;
nombre_eleves_preelementaire_hors_ulis;nombre_eleves_elementaire_hors_ulis;nombre_eleves_ulis;
nombre_eleves_ueea;nombre_eleves_cp_hors_ulis;nombre_eleves_ce1_hors_ulis;nombre_eleves_ce2_hors_ulis;
nombre_eleves_cm1_hors_ulis;nombre_eleves_cm2_hors_ulis;num_ligne;Code région académique;
Nombre d'élèves en UEEA;rep0;coordonnee_X;coordonnee_Y;epsg;etablissement_multi_lignes;IPS;
UEEA;Pré-élémentaire;Élémentaire;CP;CE1;CE2;CM1;CM2`
