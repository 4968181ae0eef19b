package text

import "testing"

func TestEurosInWords(t *testing.T) {
	for _, tt := range []struct {
		cents  int64
		fr, en string
	}{
		{0, "zéro euro", "zero euros"},
		{1, "un centime", "one cent"},
		{2, "deux centimes", "two cents"},
		{100, "un euro", "one euro"},
		{101, "un euro et un centime", "one euro and one cent"},
		{180, "un euro et quatre-vingts centimes", "one euro and eighty cents"},
		{21_00, "vingt et un euros", "twenty-one euros"},
		{22_00, "vingt-deux euros", "twenty-two euros"},
		{70_00, "soixante-dix euros", "seventy euros"},
		{71_00, "soixante et onze euros", "seventy-one euros"},
		{72_00, "soixante-douze euros", "seventy-two euros"},
		{77_00, "soixante-dix-sept euros", "seventy-seven euros"},
		{80_00, "quatre-vingts euros", "eighty euros"},
		{81_00, "quatre-vingt-un euros", "eighty-one euros"},
		{90_00, "quatre-vingt-dix euros", "ninety euros"},
		{91_00, "quatre-vingt-onze euros", "ninety-one euros"},
		{99_00, "quatre-vingt-dix-neuf euros", "ninety-nine euros"},
		{100_00, "cent euros", "one hundred euros"},
		{101_00, "cent un euros", "one hundred and one euros"},
		{180_00, "cent quatre-vingts euros", "one hundred and eighty euros"},
		{200_00, "deux cents euros", "two hundred euros"},
		{201_00, "deux cent un euros", "two hundred and one euros"},
		{1_000_00, "mille euros", "one thousand euros"},
		{1_001_00, "mille un euros", "one thousand and one euros"},
		{1_100_00, "mille cent euros", "one thousand one hundred euros"},
		{2_000_00, "deux mille euros", "two thousand euros"},
		{80_000_00, "quatre-vingt mille euros", "eighty thousand euros"},
		{80_080_00, "quatre-vingt mille quatre-vingts euros", "eighty thousand and eighty euros"},
		{95_466_00, "quatre-vingt-quinze mille quatre cent soixante-six euros", "ninety-five thousand four hundred and sixty-six euros"},
		{200_000_00, "deux cent mille euros", "two hundred thousand euros"},
		{1_000_000_00, "un million d'euros", "one million euros"},
		{1_000_001_00, "un million un euros", "one million and one euros"},
		{2_000_000_01, "deux millions d'euros et un centime", "two million euros and one cent"},
		{80_000_000_00, "quatre-vingts millions d'euros", "eighty million euros"},
		{200_000_300_00, "deux cents millions trois cents euros", "two hundred million three hundred euros"},
		{1_000_000_000_00, "un milliard d'euros", "one billion euros"},
		{3_000_200_000_00, "trois milliards deux cent mille euros", "three billion two hundred thousand euros"},
		{
			92_233_720_368_547_758_07,
			"quatre-vingt-douze billiards deux cent trente-trois billions sept cent vingt milliards trois cent soixante-huit millions " +
				"cinq cent quarante-sept mille sept cent cinquante-huit euros et sept centimes",
			"ninety-two quadrillion two hundred and thirty-three trillion seven hundred and twenty billion three hundred and sixty-eight million " +
				"five hundred and forty-seven thousand seven hundred and fifty-eight euros and seven cents",
		},
	} {
		if got := EurosInWords(tt.cents); got.FR != tt.fr || got.EN != tt.en {
			t.Errorf("%d cents:\n%s\n%s\nwant\n%s\n%s", tt.cents, got.FR, got.EN, tt.fr, tt.en)
		}
	}
}
