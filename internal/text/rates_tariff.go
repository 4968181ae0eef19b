package text

import "fmt"

// RatesVersionTwice says that a version is defined elsewhere, otherwise; first is where.
func RatesVersionTwice(version, first string) Message {
	return say("rates/version-twice",
		fmt.Sprintf("la version « %s » est déjà définie en %s", Quote(version), first),
		fmt.Sprintf("version `%s` is already defined at %s", Quote(version), first)).
		todo("donnez une autre version à celle-ci", "give this one another version")
}

// RatesFromTwice says that two adopted tariffs come into force on one day (R8).
func RatesFromTwice(from, version, first string) Message {
	return say("rates/from-twice",
		fmt.Sprintf("la version « %s » entre aussi en vigueur le %s (%s)", Quote(version), from, first),
		fmt.Sprintf("version `%s` comes into force on %s too (%s)", Quote(version), from, first))
}

// RatesUnknownVersion says that extends or default names no known tariff.
func RatesUnknownVersion(key, version, nearest, known string) Message {
	return orMeant(say("rates/unknown-version",
		fmt.Sprintf("%s : aucune version « %s »", key, Quote(version)),
		fmt.Sprintf("%s: no version `%s`", key, Quote(version))),
		Phrase{"versions connues", "known versions"}, known, nearest)
}

// RatesVersionLater says that extends or default names a tariff of a file that is given
// after its own.
func RatesVersionLater(key, version, own, later string) Message {
	own, later = Quote(own), Quote(later)
	return say("rates/unknown-version",
		fmt.Sprintf("%s : la version « %s » est dans %s, qui est donné après %s", key, Quote(version), later, own),
		fmt.Sprintf("%s: version `%s` is in %s, which is given after %s", key, Quote(version), later, own)).
		todo(fmt.Sprintf("donnez-le d'abord : --rates %s --rates %s", later, own),
			fmt.Sprintf("give that first: --rates %s --rates %s", later, own))
}

// RatesCircle says that a tariff extends itself through others.
func RatesCircle(chain string) Message {
	return say("rates/circle", "extends tourne en rond : "+chain, "extends goes round in a circle: "+chain)
}

// RatesAdoptedNeeds says that an adopted tariff lacks a key.
func RatesAdoptedNeeds(key string) Message {
	return say("rates/missing-key",
		"une grille adoptée a une clé « "+key+" » : elle est absente",
		"an adopted tariff has a key `"+key+"`: it is missing").
		todo("ajoutez-la, ou laissez la grille à l'état de projet (status: draft)", "add it, or leave the tariff a draft (status: draft)")
}

// RatesNoSource refuses a source that says nothing, as that of a file to fill in.
func RatesNoSource(cell string) Message {
	return say("rates/no-source",
		"source : « "+Quote(cell)+" » reste à compléter",
		"source: `"+Quote(cell)+"` is still to be filled in").
		todo("citez la délibération", "cite the deliberation")
}

// RatesDraftTitle says that an adopted tariff still has the title of a draft; mark is
// what says so in it.
func RatesDraftTitle(mark string) Message {
	return say("rates/draft-title",
		"le titre dit encore « "+mark+" », alors que la grille est adoptée",
		"the title still says `"+mark+"`, and the tariff is adopted").
		todo("écrivez le titre voté", "write the title as it was voted")
}

// RatesNoComponents says that a tariff neither lists nor inherits components.
func RatesNoComponents() Message {
	return say("rates/no-components", "la grille n'a aucune part", "the tariff has no component").
		todo("donnez « components », ou « extends » pour partir d'une autre grille", "give `components`, or `extends` to start from another tariff")
}

// RatesToBeforeFrom says that a tariff ends before it begins.
func RatesToBeforeFrom(from, to string) Message {
	return say("rates/to-before-from",
		fmt.Sprintf("to : la grille finirait le %s, avant de commencer le %s", to, from),
		fmt.Sprintf("to: the tariff would end on %s, before it begins on %s", to, from))
}

// RatesNewNeeds says that a component that the tariff does not inherit lacks a key.
func RatesNewNeeds(id, key, nearest string) Message {
	near := didYouMean(nearest)
	return say("rates/missing-key",
		fmt.Sprintf("la part « %s » est nouvelle, et sa clé « %s » est absente%s", id, key, near.FR),
		fmt.Sprintf("component `%s` is new, and its key `%s` is missing%s", id, key, near.EN))
}

// RatesNeedsRate says that a component that is not at cost has no rate.
func RatesNeedsRate(id string) Message {
	return say("rates/missing-key",
		"la part « "+id+" » n'est pas au coût réel : sa clé « rate » est absente",
		"component `"+id+"` is not at cost: its key `rate` is missing")
}

// RatesNewBasisNeeds says that a basis that the tariff does not inherit lacks a key.
func RatesNewBasisNeeds(id, key string) Message {
	return say("rates/missing-key",
		fmt.Sprintf("l'assiette « %s » est nouvelle, et sa clé « %s » est absente", id, key),
		fmt.Sprintf("basis `%s` is new, and its key `%s` is missing", id, key))
}

// RatesRateAndTiers says that a component has one rate and several.
func RatesRateAndTiers(id string) Message {
	return say("rates/rate-and-tiers",
		"la part « "+id+" » a à la fois « rate » et « tiers »",
		"component `"+id+"` has both `rate` and `tiers`").
		todo("gardez l'un des deux", "keep one of them")
}

// RatesTieringAlone says that tiering stands beside no tiers.
func RatesTieringAlone(id string) Message {
	return say("rates/tiering-alone",
		"la part « "+id+" » a « tiering » sans « tiers »",
		"component `"+id+"` has `tiering` without `tiers`")
}

// RatesAtCost says that a component at cost has a key of those that have a rate.
func RatesAtCost(id, key string) Message {
	return say("rates/at-cost",
		fmt.Sprintf("la part « %s » est appelée au coût réel : elle n'a pas de « %s »", id, key),
		fmt.Sprintf("component `%s` is charged at cost: it has no `%s`", id, key))
}

// RatesMinimumAbove says that a component's minimum is more than its maximum.
func RatesMinimumAbove(id, minimum, maximum string) Message {
	return say("rates/minimum-above-maximum",
		fmt.Sprintf("le minimum de la part « %s », %s, dépasse son maximum, %s", id, minimum, maximum),
		fmt.Sprintf("the minimum of component `%s`, %s, is above its maximum, %s", id, minimum, maximum))
}

// RatesUnknownBasis says that a component's basis is neither known to all nor declared.
func RatesUnknownBasis(basis, nearest, known string) Message {
	return orMeant(say("rates/unknown-basis",
		"assiette inconnue « "+Quote(basis)+" »",
		"unknown basis `"+Quote(basis)+"`"),
		Phrase{"déclarez-en une sous « bases », ou prenez l'une de celles-ci", "declare one under `bases`, or take one of these"}, known, nearest)
}

// RatesStandardBasis says that a declared basis has the name of one that all know.
func RatesStandardBasis(id string) Message {
	return say("rates/standard-basis",
		"l'assiette « "+id+" » existe dans toutes les grilles",
		"basis `"+id+"` exists in every tariff").
		todo("retirez-la de « bases », ou donnez-lui un autre nom", "take it out of `bases`, or give it another name")
}

// RatesTierWithoutEnd says that a tier that is not the last has no bound.
func RatesTierWithoutEnd() Message {
	return say("rates/tiers",
		"tranche sans « up_to » : seule la dernière s'en passe",
		"a tier without `up_to`: only the last one has none")
}

// RatesLastTierEnds says that the last tier has a bound.
func RatesLastTierEnds() Message {
	return say("rates/tiers",
		"« up_to » sur la dernière tranche : rien ne tarife ce qui la dépasse",
		"`up_to` on the last tier: nothing prices what is beyond it").
		todo("retirez-le, ou ajoutez une tranche sans « up_to »", "take it out, or add a tier without `up_to`")
}

// RatesTiersDescend says that a tier ends no later than the one before it.
func RatesTiersDescend(upTo, before string) Message {
	return say("rates/tiers",
		fmt.Sprintf("up_to : %s n'est pas au-delà de la tranche précédente, qui va jusqu'à %s", upTo, before),
		fmt.Sprintf("up_to: %s is not beyond the tier before it, which goes up to %s", upTo, before))
}

// RatesComponentTwice says that a tariff lists a component twice; first is where.
func RatesComponentTwice(id, first string) Message {
	return say("rates/component-twice",
		fmt.Sprintf("la part « %s » est déjà en %s", id, first),
		fmt.Sprintf("component `%s` is already at %s", id, first))
}

// RatesUnknownRemoved says that remove names a component that is not inherited.
func RatesUnknownRemoved(id, nearest string) Message {
	near := didYouMean(nearest)
	return say("rates/unknown-component",
		fmt.Sprintf("remove : aucune part « %s » n'est reprise%s", id, near.FR),
		fmt.Sprintf("remove: no component `%s` is inherited%s", id, near.EN))
}

// RatesRemoveAlone says that a tariff removes components and inherits none.
func RatesRemoveAlone() Message {
	return say("rates/remove-alone",
		"« remove » sans « extends » : la grille ne reprend rien",
		"`remove` without `extends`: the tariff inherits nothing")
}

// RatesRemovedAndListed says that a component is both removed and listed.
func RatesRemovedAndListed(id string) Message {
	return say("rates/removed-and-listed",
		"la part « "+id+" » est à la fois retirée et décrite",
		"component `"+id+"` is both removed and listed").
		todo("gardez l'un des deux", "keep one of them")
}

// RatesReserved says that an id has a meaning of its own in the outputs.
func RatesReserved(id string) Message {
	return say("rates/reserved",
		"« "+id+" » désigne déjà un total",
		"`"+id+"` already names a total").
		todo("choisissez un autre identifiant", "choose another id")
}

// RatesNoHeader says that nothing of a name is left to match a column's header.
func RatesNoHeader(name string) Message {
	return say("rates/no-header",
		"« "+Quote(name)+" » ne peut pas nommer une colonne : ce n'est que de la ponctuation et des petits mots",
		"`"+Quote(name)+"` cannot name a column: it is punctuation and small words only")
}

// RatesOwnField says that an id is that of a field that every counts file may have.
func RatesOwnField(id string) Message {
	return say("rates/clash",
		"« "+id+" » est déjà un champ des effectifs",
		"`"+id+"` is already a field of the counts").
		todo("choisissez un autre identifiant", "choose another id")
}

// RatesReadsAsField says that a name reads as a field that every counts file may have.
func RatesReadsAsField(name, field string) Message {
	return say("rates/clash",
		"« "+Quote(name)+" » se lit comme « "+field+" », un champ des effectifs",
		"`"+Quote(name)+"` reads as `"+field+"`, a field of the counts").
		todo("choisissez un autre nom", "choose another name")
}

// RatesClash says that two names of columns read as one header.
func RatesClash(header, field, other string) Message {
	return say("rates/clash",
		fmt.Sprintf("la colonne « %s » désignerait à la fois « %s » et « %s »", Quote(header), field, other),
		fmt.Sprintf("column `%s` would name both `%s` and `%s`", Quote(header), field, other)).
		todo("changez l'un des noms", "change one of the names")
}
