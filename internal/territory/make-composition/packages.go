package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// A commune is an entry of communes.json.
type commune struct {
	Code       string
	Name       string   `json:"nom"`
	Type       string   // see kind
	Department string   `json:"departement"`
	SIREN      string   `json:"siren"`
	Chief      string   `json:"chefLieu"`     // of a deleguee or an associated commune: whose part it is
	OldCodes   []string `json:"anciensCodes"` // of a current one: what merged into it
}

// The types of communes.json that matter here.
const (
	current   = "commune-actuelle"
	delegated = "commune-deleguee"
	associate = "commune-associee"
)

// An epci is an entry of epci.json.
type epci struct {
	Code    string                  // its SIREN
	Name    string                  `json:"nom"`
	Members []struct{ Code string } `json:"membres"`
}

type department struct {
	Code string
	Name string `json:"nom"`
}

// A state is what one version of the package says: communes and EPCIs of one year.
type state struct {
	communes    []commune
	epcis       []epci
	departments []department

	byCode map[string]*commune // the current ones
	part   map[string]string   // code of a deleguee or an associated commune → whose part it is
	heir   map[string]string   // former code → a commune that it merged into
}

func readPackage(folder string) (*state, error) {
	s := &state{byCode: map[string]*commune{}, part: map[string]string{}, heir: map[string]string{}}
	for name, into := range map[string]any{"communes": &s.communes, "epci": &s.epcis, "departements": &s.departments} {
		text, err := os.ReadFile(filepath.Join(folder, "data", name+".json"))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(text, into); err != nil {
			return nil, fmt.Errorf("%s/data/%s.json: %w", folder, name, err)
		}
	}
	for i, c := range s.communes {
		if c.Type == current {
			s.byCode[c.Code] = &s.communes[i]
		}
	}
	for _, c := range s.communes {
		for _, old := range c.OldCodes {
			s.heir[old] = c.Code
		}
		if (c.Type == delegated || c.Type == associate) && s.byCode[c.Code] == nil {
			s.part[c.Code] = c.Chief
		}
	}
	return s, nil
}
