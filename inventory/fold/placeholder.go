package fold

// placeholders are what programs and people write where they know nothing, as words.
var placeholders = map[string]bool{
	"": true, "n a": true, "na": true, "null": true, "nil": true, "none": true, "nan": true, "undefined": true,
	"unknown": true, "inconnu": true, "inconnue": true, "not specified": true, "unspecified": true, "not available": true,
	"not applicable": true, "not known": true, "non renseigne": true, "non renseignee": true, "non defini": true, "sans objet": true,
	"s o": true, "nc": true, "n c": true, "neant": true, "aucun": true, "aucune": true, "vide": true, "blank": true, "empty": true,
	"tbc": true, "tbd": true, "to be confirmed": true, "to be determined": true, "a completer": true, "not checked": true, "no tag": true,
	"default string": true, "to be filled by o e m": true, "to be filled by oem": true, "system product name": true, "system manufacturer": true,
	"system version": true, "product name": true, "o e m": true, "oem": true, "invalid": true, "not set": true, "all series": true,
	"type1productconfigid": true, "sans": true, "unbekannt": true, "desconocido": true, "n d": true, "nd": true, "x": true, "xx": true, "xxx": true,
	"false entry": true, "not recorded": true, "not provided": true, "no data": true, "missing data": true, "dummy": true,
}

// IsPlaceholder reports whether a text, given as words, says nothing: "n a",
// "to be filled by o e m", the empty text.
func IsPlaceholder(words string) bool { return placeholders[words] }
