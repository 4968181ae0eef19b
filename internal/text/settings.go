package text

import "fmt"

// SettingsNotMap says that the settings are no list of names with values.
func SettingsNotMap() Message {
	return say("settings/not-a-map",
		"les réglages s'écrivent « nom : valeur », un par ligne",
		"settings are written \"name: value\", one a line")
}

// SettingTwice refuses a setting that is there twice.
func SettingTwice(name string) Message {
	return say("settings/twice",
		fmt.Sprintf("le réglage « %s » est donné deux fois", Quote(name)),
		fmt.Sprintf("setting %q is given twice", Quote(name)))
}

// SettingNotText refuses a value that is neither a text nor a list of texts.
func SettingNotText(name string) Message {
	return say("settings/not-a-text",
		fmt.Sprintf("le réglage « %s » demande une valeur simple, ou une liste de valeurs simples", Quote(name)),
		fmt.Sprintf("setting %q takes a plain value, or a list of plain values", Quote(name)))
}

// SettingBlank refuses a setting without a value, or a key of one.
func SettingBlank(name string) Message {
	return say("settings/blank",
		Quote(name)+" : vide",
		Quote(name)+": blank").
		todo("écrivez sa valeur, ou ôtez la ligne", "write its value, or take the line out")
}

// SettingsApply says that settings reach files that were typed.
func SettingsApply(names string) Message {
	return say("settings/apply",
		"ces réglages s'appliquent aussi au fichier donné : "+names,
		"these settings reach the file given, too: "+names).
		todo("s'ils sont pour d'autres fichiers, nommez un fichier de réglages vide par --config",
			"if they are for other files, name an empty file of settings by --config")
}

// SettingNotList refuses a list where one value is wanted.
func SettingNotList(name string) Message {
	return say("settings/not-a-list",
		fmt.Sprintf("le réglage « %s » ne prend qu'une valeur", Quote(name)),
		fmt.Sprintf("setting %q takes one value", Quote(name)))
}

// UnknownSetting refuses a name in the settings.
func UnknownSetting(name, near string) Message {
	return meant(say("settings/unknown",
		fmt.Sprintf("réglage inconnu : « %s »", Quote(name)),
		fmt.Sprintf("unknown setting %q", Quote(name))), near)
}

// UnknownVariable refuses an environment variable that looks like a setting.
func UnknownVariable(name, near string) Message {
	return meant(say("settings/unknown-variable",
		fmt.Sprintf("variable d'environnement inconnue : « %s »", Quote(name)),
		fmt.Sprintf("unknown environment variable %q", Quote(name))), near)
}
