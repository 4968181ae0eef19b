package territory

import (
	"slices"
	"strings"
	"testing"
)

func embedded(t testing.TB) *Composition {
	t.Helper()
	c, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAbout(t *testing.T) {
	about := embedded(t).About()
	if about.Date != "2026-01-01" || !strings.Contains(about.Source, "6.0.0") || len(about.SHA256) != 64 {
		t.Errorf("%+v", about)
	}
}

// The table is whole: as many communes and EPCIs as its source has, each found by its own
// code and its own name, every former one leading to one that is.
func TestTable(t *testing.T) {
	c := embedded(t)
	with, without := 0, 0
	for commune := range c.communes {
		if commune.EPCI == nil {
			without++
		} else {
			with++
		}
		if found, way := c.ByCode(commune.Code); found != commune || way != Code {
			t.Errorf("%s %s by code: %v, %s", commune.Code, commune.Name, found, way)
		}
		found, way := c.ByName(commune.Department, strings.ToUpper(commune.Name))
		if !slices.Contains(found, commune) || way != Name {
			t.Errorf("%s %s by name: %v, %s", commune.Code, commune.Name, found, way)
		}
		if len(found) > 1 && len(commune.Department) == 2 {
			t.Errorf("%s %s by name: %d communes", commune.Code, commune.Name, len(found))
		}
		if commune.SIREN != "" && !ValidSIREN(commune.SIREN) {
			t.Errorf("%s %s: SIREN %s", commune.Code, commune.Name, commune.SIREN)
		}
		if code, ok := c.Department(commune.Department); !ok || code != commune.Department || DepartmentOf(commune.Code) != code {
			t.Errorf("%s: département %s is read %s", commune.Code, commune.Department, code)
		}
	}
	if with != 34_871 || without != 98 || len(c.epcis) != 1_255 {
		t.Errorf("%d communes with an EPCI, %d without, %d EPCIs", with, without, len(c.epcis))
	}
	for _, e := range c.epcis {
		if !ValidSIREN(e.SIREN) || e.Name == "" || c.EPCIBySIREN(e.SIREN).Name != e.Name {
			t.Errorf("%+v", e)
		}
	}
}

func TestFormersLeadSomewhere(t *testing.T) {
	c := embedded(t)
	for _, b := range c.blocks {
		b.read()
		if !slices.IsSortedFunc(b.former, func(a, b former) int { return strings.Compare(a.code, b.code) }) {
			t.Errorf("%s: formers are not in order", b.prefix)
		}
		for _, f := range b.former {
			if found := c.follow(nil, f); len(found) != 1 {
				t.Errorf("%+v leads to %v", f, found)
			}
			if f.name == "" {
				continue
			}
			if found, _ := c.ByName(b.prefix, f.name); len(found) == 0 {
				t.Errorf("%s %s is not found by name", b.prefix, f.name)
			}
		}
	}
}

func TestByCode(t *testing.T) {
	c := embedded(t)
	for _, tt := range []struct {
		code, want string
		way        Way
	}{
		{"35238", "35238", Code},
		{"2A004", "2A004", Code},
		{"97411", "97411", Code},
		{"98818", "98818", Code},
		{"85113", "85113", Code}, // L'Île-d'Yeu, without EPCI
		{"59070", "59006", FormerCode},
		{"62461", "62447", FormerCode},
		{"62549", "62447", FormerCode},
		{"35112", "35062", FormerCode},
		{"60455", "60694", FormerCode}, // a merger of 2019, undone in part in 2024
		{"49144", "44180", FormerCode}, // changed its département and merged, on one day
		{"27058", "27676", FormerCode}, // Les Trois Lacs, back to its first code
		{"27676", "27676", Code},
		{"15031", "15031", Code}, // re-established in 2025
		{"73024", "73024", Code}, // merged in 1972, re-established in 1988
		{"13201", "13055", Arrondissement},
		{"69389", "69123", Arrondissement},
		{"75101", "75056", Arrondissement},
		{"75120", "75056", Arrondissement},
		{"75100", "75056", Arrondissement},
		{"75121", "", Unknown},
		{"75010", "", Unknown}, // of the Seine, until 1968: now it looks like a post code of Paris
		{"20004", "", Unknown}, // of Corsica, until 1976
		{"60606", "", Unknown}, // Sarron, shared out between two communes
		{"35000", "", Unknown}, // a post code
		{"00000", "", Unknown},
		{"99100", "", Unknown},
		{"9", "", Unknown},
		{"", "", Unknown},
	} {
		commune, way := c.ByCode(tt.code)
		if got := codeOf(commune); got != tt.want || way != tt.way {
			t.Errorf("%s is %q by %q, want %q by %q", tt.code, got, way, tt.want, tt.way)
		}
	}
}

func codeOf(c *Commune) string {
	if c == nil {
		return ""
	}
	return c.Code
}

func TestByName(t *testing.T) {
	c := embedded(t)
	for _, tt := range []struct {
		department, name, want string // codes parted by spaces
		way                    Way
	}{
		{"35", "RENNES", "35238", Name},
		{"35", "Saint-Méen-le-Grand", "35297", Name},
		{"35", "ST MEEN LE GRAND", "35297", Name},
		{"35", "RENNES CEDEX 7", "35238", Name},
		{"35", "  Rennes Cedex ", "35238", Name},
		{"72", "LE MANS", "72181", Name},
		{"72", "MANS (LE)", "72181", Name},
		{"72", "Mans", "", Unknown}, // an article tells one commune from another
		{"85", "L'ILE-D'YEU", "85113", Name},
		{"85", "L’Ile d’Yeu", "85113", Name},
		{"59", "VILLENEUVE D ASCQ", "59009", Name},
		{"22", "BELLE-ISLE-EN-TERRE", "22005", Name},
		{"14", "OUILLY LE VICOMTE", "14487", Name},
		{"62", "NŒUX-LES-MINES", "62617", Name},
		{"62", "NOEUX LES MINES", "62617", Name},
		{"2A", "AJACCIO", "2A004", Name},
		{"974", "SAINT-DENIS", "97411", Name},
		{"35", "FLEURIGNE", "35062", FormerName},
		{"35", "LA CHAPELLE-JANSON", "35062", FormerName},
		{"35", "SAINT-PERE", "35306", FormerName},
		{"59", "BERMERIES", "59006", FormerName},
		{"62", "HUBY SAINT LEU", "62447", FormerName},
		{"23", "PARSAC-RIMONDEIX", "23149", FormerName},
		{"72", "SAINT-GERVAIS-EN-BELIN", "72155", FormerName},
		{"72", "LAIGNE-EN-BELIN", "72155", FormerName},
		{"49", "FREIGNE", "44180", FormerName}, // by the département it was in…
		{"44", "FREIGNE", "44180", FormerName}, // …and by the one it is in
		{"60", "LES HAUTS-TALICAN", "60694", Name},
		{"60", "VILLOTRAN", "60694", FormerName},
		{"14", "SALINE", "14666 14712", FormerName}, // divided in 2019
		{"02", "FRESNES", "02333", FormerName},      // until 2017; another one bore it until 1956
		{"75", "PARIS", "75056", Name},
		{"75", "PARIS 15E ARRONDISSEMENT", "75056", Arrondissement},
		{"75", "Paris 1er Arrondissement", "75056", Arrondissement},
		{"75", "PARIS 15", "75056", Arrondissement},
		{"75", "PARIS CEDEX 15", "75056", Name},
		{"75", "PARIS 21", "", Unknown},
		{"69", "LYON 3EME", "69123", Arrondissement},
		{"69", "LYON 2ND CEDEX", "69123", Arrondissement},
		{"13", "MARSEILLE 01", "13055", Arrondissement},
		{"13", "MARSEILLE 0", "", Unknown},
		{"35", "LYON 3EME", "", Unknown},
		{"35", "ATLANTIDE", "", Unknown},
		{"35", "", "", Unknown},
		{"35", " - ", "", Unknown},
		{"", "RENNES", "", Unknown},
		{"99", "RENNES", "", Unknown},
	} {
		found, way := c.ByName(tt.department, tt.name)
		var codes []string
		for _, commune := range found {
			codes = append(codes, commune.Code)
		}
		if got := strings.Join(codes, " "); got != tt.want || way != tt.way {
			t.Errorf("%s %q is %q by %q, want %q by %q", tt.department, tt.name, got, way, tt.want, tt.way)
		}
	}
}

func TestNearest(t *testing.T) {
	c := embedded(t)
	for _, tt := range []struct{ department, name, want string }{
		{"35", "RENES", "Rennes"},
		{"35", "FLEURIGNEE", "Fleurigné"},
		{"72", "MANS", "Le Mans"},
		{"35", "ATLANTIDE", ""},
		{"99", "RENES", ""},
		{"35", "", ""},
	} {
		if got := c.Nearest(tt.department, tt.name); got != tt.want {
			t.Errorf("nearest to %s in %s: %q, want %q", tt.name, tt.department, got, tt.want)
		}
	}
}

func TestEPCIs(t *testing.T) {
	c := embedded(t)
	if e := c.EPCIBySIREN("200030633"); e == nil || e.Name != "CA du Caudrésis et du Catésis" {
		t.Errorf("200030633 is %+v", e)
	}
	if n := len(c.Members("200030633")); n != 46 {
		t.Errorf("Caudrésis et Catésis has %d communes, want 46", n)
	}
	if c.EPCIBySIREN("123456789") != nil || c.Members("123456789") != nil {
		t.Error("an EPCI that there never was")
	}
	rennes, _ := c.ByCode("35238")
	if c.CommuneBySIREN(rennes.SIREN) != rennes || rennes.EPCI.SIREN != "243500139" {
		t.Errorf("Rennes is %+v, of %+v", rennes, rennes.EPCI)
	}
	if c.CommuneBySIREN("") != nil || c.CommuneBySIREN("243500139") != nil {
		t.Error("an EPCI's SIREN, or none, is no commune's")
	}
	name, successors := c.Former("245900410")
	if name != "Métropole Européenne de Lille" || len(successors) != 1 || successors[0].SIREN != "200093201" {
		t.Errorf("245900410 was %s, is %v", name, successors)
	}
	name, successors = c.Former("200067510") // its communes are shared among three
	if name == "" || len(successors) != 3 {
		t.Errorf("200067510 was %s, is %v", name, successors)
	}
	if name, successors = c.Former("200030633"); name != "" || successors != nil {
		t.Error("an EPCI that exists is no former one")
	}
}

func TestDepartment(t *testing.T) {
	c := embedded(t)
	for _, tt := range []struct{ cell, want string }{
		{"35", "35"},
		{"035", "35"},
		{"9", "09"},
		{"09", "09"},
		{"009", "09"},
		{"2A", "2A"},
		{"02A", "2A"},
		{"2b", "2B"},
		{"620", "2A"},
		{"720", "2B"},
		{"69M", "69"},
		{"971", "971"},
		{"988", "988"},
		{" 35 ", "35"},
		{"ILLE-ET-VILAINE", "35"},
		{"ILLE ET VILAINE", "35"},
		{"Côtes d'Armor", "22"},
		{"COTES D ARMOR", "22"},
		{"VAL-D'OISE", "95"},
		{"SEINE ST DENIS", "93"},
		{"LA REUNION", "974"},
		{"REUNION", "974"},
		{"CORSE-DU-SUD", "2A"},
		{"CORSE DU SUD", "2A"},
		{"TERRITOIRE DE BELFORT", "90"},
		{"NORD", "59"},
		{"LOT", "46"},
		{"LOT-ET-GARONNE", "47"},
		{"ST PIERRE ET MIQUELON", "975"},
		{"SAINT-MARTIN", "978"},
		{"POLYNESIE FRANCAISE", "987"},
		{"WALLIS ET FUTUNA", "986"},
		{"NOUVELLE CALEDONIE", "988"},
		{"20", ""},
		{"96", ""},
		{"00", ""},
		{"", ""},
		{"BRETAGNE", ""},
	} {
		if got, ok := c.Department(tt.cell); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q is %q (%t), want %q", tt.cell, got, ok, tt.want)
		}
	}
}
