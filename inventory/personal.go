package inventory

import (
	"net/netip"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"govfootprint/inventory/recognition"
)

// What personal values look like. Each test looks first at the marks of a text,
// the characters without which it cannot apply, so that most cells cost one pass;
// the expressions are linear in the text.

// marks are what a text contains.
type marks struct {
	digits, hexRun, digitRun                      int // digits; longest runs of hexadecimal and of decimal ones
	at, backslash, colon, dot, quote, dash, comma bool
	space, upper, bracket                         bool
	digitThenUpper                                bool
}

func marksOf(text string) (m marks) {
	hex, digit := 0, 0
	for i := range len(text) {
		c := text[i]
		isDigit := c >= '0' && c <= '9'
		if isDigit || c|0x20 >= 'a' && c|0x20 <= 'f' {
			hex++
		} else {
			hex = 0
		}
		if isDigit {
			m.digits++
			digit++
		} else {
			digit = 0
		}
		m.hexRun, m.digitRun = max(m.hexRun, hex), max(m.digitRun, digit)
		switch {
		case c == '@':
			m.at = true
		case c == '\\':
			m.backslash = true
		case c == ':':
			m.colon = true
		case c == '.':
			m.dot = true
		case c == '\'' || c == 0xE2: // ’ is E2 80 99
			m.quote = true
		case c == '-' || c == '_':
			m.dash = true
		case c == ',':
			m.comma = true
		case c == ' ':
			m.space = true
		case c == '(' || c == '[' || c == '<':
			m.bracket = true
		case c >= 'A' && c <= 'Z':
			m.upper = true
			m.digitThenUpper = m.digitThenUpper || i > 0 && text[i-1] >= '0' && text[i-1] <= '9'
		}
	}
	return m
}

var (
	emailPattern = regexp.MustCompile(`[^\s@<>,;:"()]@\p{L}[\p{L}\d.-]+`)
	phonePattern = regexp.MustCompile(`(?:^|[^\d\p{L}.,/])(?:` +
		`(?:\+|00)[1-9][\d ().-]{7,}\d` + // international
		`|\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}` + // 020 7946 0917, 01632 960983, 021 123 4567
		`|\(0\d\) ?\d{4} ?\d{4}` + // (02) 9999 9999
		`|0[1-9](?:(?: \d\d){4}|(?:\.\d\d){4}|(?:-\d\d){4})` + // 01 23 45 67 89
		`|0[1-9]\d{8,9}` +
		`|(?:1[ -])?\(?[2-9]\d\d\)?[ .-][2-9]\d\d[ .-]\d{4}` + // 613-555-0917
		`)(?:$|[^\d\p{L}])`)
	phoneLabel = regexp.MustCompile(`(?i)\b(?:tel|tél|téléphone|telephone|phone|mobile|mob|cell|fax|ext|extn|poste)\b\.?\s*(?:no\.?|n°)?\s*[:#]?\s*\+?\(?\d[\d ().-]{3,}\d`)

	extension = regexp.MustCompile(`(?i)\b(?:ext|extn|extension|poste)\b\.?\s*[:#]?\s*\d{3,5}\b`)

	personLabel = regexp.MustCompile(`(?i)^\W*(?:(?:primary |last |main |current |assigned )?(?:users?|staff|students?|pupils?|employees?|persons?|teachers?|patients?|clients?|members?|owners?|custodians?|holders?|keepers?|contacts?|names?|managers?|borrowers?|logins?|accounts?|utilisateurs?|utilisatrices?|agents?|élèves?|eleves?|enseignante?s?|étudiante?s?|etudiante?s?|employée?s?|nom|prénom|responsables?|usagers?|titulaires?|salariée?s?|benutzer|usuario) ?[:=]` +
		`|(?:assigned|issued|allocated|loaned|lent|belongs|checked out) to\b|c/o\b|care of\b|property of\b|(?:affecté|affectée|attribué|attribuée|prêté|prêtée|remis|remise) à\b|appartient à\b|chez ` +
		`|(?:room|salle|desk|bureau|seat|pièce|chambr[e]) ?[:=])`)
	titlePattern = regexp.MustCompile(`(?i)^(?:mr|mrs|ms|miss|dr|prof|professor|rev|cllr|councillor|sgt|cpl|capt|lt|mme|mlle|monsieur|madame|m)\b\.? `)
)

// leads returns the first words of what the expressions for whole texts match.
// Most cells begin with another, and need not be matched.
var leads = sync.OnceValue(func() map[string]map[string]bool {
	sets := make(map[string]map[string]bool)
	for line := range dataLines("personal_words.tsv") {
		sets[line[0]] = wordSet(line[1])
	}
	return sets
})

func begins(lead, kind string) bool { return leads()[kind][lead] }

// leadOf returns the first word of a text in lower case.
func leadOf(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '/' })
	if end < 0 {
		end = len(text)
	}
	const longest = 32
	if end > longest {
		return ""
	}
	return strings.ToLower(text[:end])
}

// mentions reports whether a text, in lower case, holds one of some words.
func mentions(lower string, words ...string) bool {
	for _, word := range words {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}

// namesPerson reports whether a text as a whole is about a person: what stands
// beside an address, an account or a telephone is a name as like as not, so that
// nothing of such a text is kept.
func namesPerson(text string, m marks) bool {
	switch {
	case m.at && emailPattern.MatchString(text),
		m.backslash && hasAccount(text),
		m.digits >= 9 && phonePattern.MatchString(text),
		m.digits >= 4 && (m.space || m.colon) && phoneLabel.MatchString(text),
		m.digits >= 3 && (m.space || m.colon || m.dot) && extension.MatchString(text),
		begins(leadOf(text), "label") && personLabel.MatchString(text):
		return true
	case m.space && begins(leadOf(text), "title") && titlePattern.MatchString(text):
		_, rest, _ := strings.Cut(text, " ")
		return looksLikeName(rest, true) && !(leadOf(text) == "ms" && recognition.Recognise(recognition.Thing{Model: text}).How != recognition.Unresolved) // MS Surface
	case m.comma && m.space:
		return isSurnameGiven(text)
	}
	return false
}

// hasAccount reports whether a word of the text is DOMAIN\account. Hierarchies
// that are written with a backslash, Finance\Payroll, are none.
func hasAccount(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"'(),;<>[]`, r) }) {
		domain, account, ok := strings.Cut(word, `\`)
		if !ok || len(domain) < 2 || domain[0] < 'A' || len(account) < 2 || strings.Contains(account, `\`) {
			continue
		}
		if strings.ToUpper(domain) == domain || strings.ContainsAny(account, "._$0123456789") || strings.ToLower(account) == account {
			return true
		}
		if givenNames()[words(account)] {
			return true
		}
	}
	return false
}

var (
	deviceWord    = `(?:lap ?top|note ?book|desk ?top|pc|computer|mac ?book(?: ?(?:pro|air))?|imac|mac|iphone|ipad|phone|mobile|tablet|surface(?: ?(?:pro|laptop|go|book))?|workstation|monitor|screen|chromebook|thinkpad|printer|portable|ordinateur(?: portable)?|poste|téléphone|tablette|écran|imprimante)`
	possessive    = regexp.MustCompile(`(?i)^([\p{L}.'-]+(?: [\p{L}.'-]+){0,2}?)['’](?:s\b)? ((?:new |old |spare |work |home )*(` + deviceWord + `\b.*))$`)
	possessiveOf  = regexp.MustCompile(`(?i)^(` + deviceWord + `) ?(?:\(|- )?(?:de|d['’]|du|of|for|pour|von|für|van|belonging to) ?\(?((?:m|mme|mr|mrs|ms|dr)?\.? ?\p{L}[\p{L}'’-]*)\b(.*)$`)
	hostPrefix    = regexp.MustCompile(`(?i)^(laptop|desktop|workstation|notebook|macbook|iphone|ipad)[-_]([\p{L}\d][\p{L}\d_-]*)$`)
	hostSuffix    = regexp.MustCompile(`(?i)^([\p{L}\d]{3,})[-_](laptop|desktop|workstation|notebook|macbook|mbp|iphone|ipad|pc)\d*$`)
	namedDevice   = regexp.MustCompile(`(?i)^(\p{L}[\p{L}.'’-]*)(?: \p{L}[\p{L}.'’-]*){0,2}? (` + deviceWord + `)$`)
	hostKindWords = wordSet("thin mini micro tablet tower rack hp dell lenovo acer asus apple surface gaming rugged notebook laptop desktop pc pro air one all in business chrome student staff convertible detachable touch small standard sff usff mt dm tower loan loaner spare pool shared win windows linux mac docking station dock workstation max plus se ultra bto")
	nobodyDevices = wordSet("queen king crown registrar minister premier president speaker teacher student manager director secretary user staff department team office school library children childrens women womens men mens people peoples")
	smallInches   = regexp.MustCompile(`^\d{1,2}(?:in|inch|p)?$`)
)

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// someonesDevice reports whether a text names a device by a person, as in
// “Jane's laptop”, “PC de Jane” or “LAPTOP-JSMITH”, and returns what it says of
// the device.
func someonesDevice(text string, m marks) (device string, ok bool) {
	if m.quote {
		if parts := possessive.FindStringSubmatch(text); len(parts) > 0 && !nobodyDevices[words(parts[1])] {
			return parts[3], true
		}
	}
	if !m.space {
		if !m.dash {
			return "", false
		}
		if parts := hostPrefix.FindStringSubmatch(text); len(parts) > 0 && !isHostKind(parts[2]) {
			return parts[1], true
		}
		if parts := hostSuffix.FindStringSubmatch(text); len(parts) > 0 && !isHostKind(parts[1]) {
			return parts[2], true
		}
		return "", false
	}
	lead := leadOf(text)
	if begins(lead, "device") {
		if parts := possessiveOf.FindStringSubmatch(text); len(parts) > 0 && (isGivenName(words(parts[2])) || begins(leadOf(parts[2]), "title")) {
			return parts[1], true
		}
	}
	if isGivenName(words(lead)) {
		if parts := namedDevice.FindStringSubmatch(text); len(parts) > 0 {
			return parts[2], true
		}
	}
	return "", false
}

// isHostKind reports whether what stands beside LAPTOP- is a kind of laptop, not a name.
func isHostKind(text string) bool {
	for part := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return r == '-' || r == '_' }) {
		if !hostKindWords[part] && !smallInches.MatchString(part) {
			return false
		}
	}
	return true
}

func isGivenName(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	return givenNames()[first] || givenNames()[words]
}

var (
	serialPattern = regexp.MustCompile(`(?i)[\s,;(\[/|-]*\b(?:s/?n|serial(?: ?(?:no|number|nr|#))?|service ?tag|asset ?(?:tag|no|number)|imei|meid|iccid|udid|mac(?: ?address)?|n° de série|numéro de série|n° série|étiquette)\b\.?(?:\s*[:#=]\s*|\s+)#?([\p{L}\d][\p{L}\d/-]{4,})\)?`)
	imeiPattern   = regexp.MustCompile(`\b\d{2}[ -]\d{6}[ -]\d{6}[ -]\d{1,2}\b|\b\d{6}[ -]\d{2}[ -]\d{6}[ -]\d\b`)
	hexPattern    = regexp.MustCompile(`(?i)\b(?:[0-9a-f]{2}[:-]){5,7}[0-9a-f]{2}\b|\b(?:[0-9a-f]{4}[.:-]){2}[0-9a-f]{4}\b|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{12}\b|\b[0-9a-f]{14}\b`)
	serialGlued   = regexp.MustCompile(`\bS/N[\dA-Z]{5,}\b|\bSN[\dA-Z]{7,}\b|#[\dA-Z]{6,}\b`)
	macLabel      = regexp.MustCompile(`(?i)[\s,;(\[/|-]*\b(?:mac|wi-?fi|wlan|lan|ethernet|ip)(?: ?addr(?:ess)?)?\.?\s*[:#=]?\s*$`)
	ibanPattern   = regexp.MustCompile(`(?:(?i:\biban\b)[ :]*)?\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b`)
	socialNumbers = regexp.MustCompile(`\b[A-CEGHJ-PR-TW-Z]{2} \d{2} \d{2} \d{2} [A-D]\b|\b[12] \d{2} \d{2} \d[\dAB] \d{3} \d{3} \d{2}\b`)                               // of Britain, of France
	makersSerials = regexp.MustCompile(`\b(?:5C[DG]|CN[DU]|CZ[CJ]|MXL|2UA|8C[CG]|SGH)\d[\dA-Z]{6}\b|\bP[CFGKR]-?\d[\dA-Z]{5}\b|\b(?:C02|C07|C1M|DMP|FVF)[\dA-Z]{8,9}\b`) // of HP, Lenovo, Apple
	serviceTag    = regexp.MustCompile(`^[\dBCDFGHJ-NP-TV-Z]{7}$`)                                                                                                       // of Dell: no vowels
	longDigits    = regexp.MustCompile(`(?:^|[^\d.,])\d{14,}\b`)                                                                                                         // no decimals
)

// cutTechnical removes identifiers of devices, lines and networks.
func cutTechnical(text string, m marks) (string, bool) {
	found := false
	cut := func(pattern *regexp.Regexp, sure func(match string) bool) {
		text = pattern.ReplaceAllStringFunc(text, func(match string) string {
			if sure != nil && !sure(match) {
				return match
			}
			found = true
			return " "
		})
	}
	if m.digits >= 8 && m.upper {
		cut(ibanPattern, isIBAN)
	}
	if m.space && m.digits >= 6 {
		cut(socialNumbers, nil)
	}
	if m.digits >= 1 && (m.space || m.colon) && mentions(strings.ToLower(text), "sn", "s/n", "serial", "tag", "asset", "imei", "meid", "iccid", "udid", "mac", "série", "tiquette") {
		cut(serialPattern, func(match string) bool {
			at := strings.LastIndexAny(match, " :#=\t")
			return marksOf(match[at+1:]).digits > 0
		})
	}
	if m.digits >= 2 && m.upper {
		cut(serialGlued, func(match string) bool { return marksOf(match).digits > 1 })
	}
	if m.digitRun >= 14 {
		cut(longDigits, nil)
	}
	if m.digits >= 15 && m.digitRun >= 6 {
		cut(imeiPattern, nil)
	}
	if m.hexRun >= 12 || m.hexRun >= 2 && (m.colon || m.dash) || m.hexRun >= 4 && m.dot {
		cut(hexPattern, isHexIdentifier)
	}
	if m.digits >= 4 && m.dot || m.colon && m.hexRun >= 1 {
		before := text
		text = withoutAddressesIP(text)
		found = found || text != before
	}
	if found {
		text = macLabel.ReplaceAllString(text, "")
	}
	return text, found
}

// isHexIdentifier reports whether hexadecimal digits are a hardware address or
// another number of one thing.
func isHexIdentifier(match string) bool {
	if strings.Count(match, ":") == 5 { // AA:BB:CC:DD:EE:FF, though all of it is letters
		return true
	}
	d := marksOf(match).digits
	return d > 0 && (d < len(match) || len(match) >= 14) && (strings.ContainsAny(match, ":-.") && looksAddressed(match) || d >= 3 && d < len(match))
}

// withoutAddressesIP removes the words that are addresses of the Internet Protocol.
func withoutAddressesIP(text string) string {
	for word := range strings.FieldsSeq(text) {
		if isAddressIP(word) {
			text = strings.Replace(text, word, " ", 1)
		}
	}
	return text
}

// cutSerials removes numbers of single devices that their makers' form tells.
func cutSerials(text string, m marks) (string, bool) {
	if !m.upper || m.digits < 2 {
		return text, false
	}
	found := false
	clean := makersSerials.ReplaceAllStringFunc(text, func(string) string {
		found = true
		return " "
	})
	if found {
		return clean, true
	}
	at := strings.LastIndexByte(text, ' ')
	if at < 0 || !serviceTag.MatchString(text[at+1:]) || !hasDigit(text[:at]) {
		return text, false
	}
	const least = 2
	tag := marksOf(text[at+1:])
	if tag.digits < least || len(text)-at-1-tag.digits < least {
		return text, false
	}
	before := recognition.Recognise(recognition.Thing{Model: text[:at]})
	if before.Family == "" || before.Manufacturer != "dell" {
		return text, false
	}
	return text[:at], true
}

// isIBAN reports whether a text is an account number of a bank: its digits, with
// letters for two of them each and the first four at the end, leave 1 of 97.
func isIBAN(match string) bool {
	text := strings.ReplaceAll(match, " ", "")
	if label := len("IBAN"); len(text) > label && strings.EqualFold(text[:label], "IBAN") {
		text = strings.TrimLeft(text[label:], ":")
	}
	const shortest = 15
	if len(text) < shortest {
		return false
	}
	rest := 0
	for _, c := range text[4:] + text[:4] {
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest == 1
}

// looksAddressed reports whether groups of hexadecimal digits are a hardware
// address rather than a date or a part number of plain numbers: 01-02-03-04-05-06
// is one all the same, 1000-2000-3000 is not.
func looksAddressed(match string) bool {
	groups := strings.FieldsFunc(match, func(r rune) bool { return r == ':' || r == '-' || r == '.' })
	if len(groups) != 3 {
		return true
	}
	m := marksOf(match)
	return m.digits < 12 // letters among them
}

// isAddressIP reports whether a word is an address of the Internet Protocol,
// with or without a port or the length of a prefix.
func isAddressIP(word string) bool {
	word = strings.Trim(word, "()[]<>,;\"'")
	word, _, _ = strings.Cut(word, "/")
	word, _, _ = strings.Cut(word, "%")
	if a, err := netip.ParseAddr(word); err == nil {
		return a.Is4() || strings.Count(word, ":") >= 2 && word != "::"
	}
	_, err := netip.ParseAddrPort(word)
	return err == nil
}

var (
	roomPattern = regexp.MustCompile(`(?i)(?:(\p{L}+)[ -])?\b(?:rooms?|rm|salle|desk|seat|cubicle|bureau|pièce|chambr[e]|classroom)\b\.? ?(?:no\.? ?|n° ?|[:#] ?)?(?:\p{L}{0,2}[-.]?\d[\d.-]*\p{L}?)\b`)
	roomsOfAll  = wordSet("server comms communications meeting computer data plant machine switch post mail control conference training equipment network it board class serveur serveurs informatique technique reunion formation conference machines")

	streetWords   = `(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|crescent|cres|court|ct|place|pl|terrace|tce|way|boulevard|blvd|grove|gardens|gdns|parade|pde|highway|hwy|walk|row|mews|square|sq|quay|hill|green|park|circuit|cct|esplanade)`
	streetPattern = regexp.MustCompile(`(?i)^(?:(?:flat|apt|apartment|unit|suite|appt|appartement) ?\p{L}?\d*\p{L}?[ ,/]+)?\d+\p{L}?(?:[-/]\d+\p{L}?)?,? (?:[\p{L}.'’-]+ ){1,4}?` + streetWords + `\b\.?(?: (?:north|south|east|west|n|s|e|w|nw|ne|sw|se))?$`)
	numberComma   = regexp.MustCompile(`(?i)^(\d+(?: ?(?:bis|ter|quater))?),\s*(\p{L})`) // 12 bis, avenue …
	streetTown    = regexp.MustCompile(`(?i)^\d+\p{L}?(?:[-/]\d+\p{L}?)?,? (?:[\p{L}.'’-]+ ){1,3}?(?:street|st|road|rd|avenue|ave|lane|ln|close|crescent|cres|terrace|grove|gardens|boulevard|blvd|mews|esplanade)\b\.?((?: \p{L}[\p{L}'’-]*){0,4})$`)
	streetInText  = regexp.MustCompile(`(?:^|[ ,(])\d{1,4}[a-zA-Z]?,? (?:[A-Z][\p{L}'’-]+ ){1,3}?(?:Street|Road|Avenue|Lane|Crescent|Terrace|Grove|Gardens|Boulevard|Mews)\b`)
	ruePattern    = regexp.MustCompile(`(?i)^\d+ ?(?:bis|ter|quater|[a-d])?,? (?:rue|avenue|av|boulevard|bd|boul|place|chemin|allée|impasse|quai|route|cours|square|promenade|sentier|passage|villa|voie|montée|côte)\.? \p{L}.*$`)

	postcodes = regexp.MustCompile(`\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b` + // SW1A 2AA
		`|\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b` + // K1A 0B1
		`|\b\d{5}-\d{4}\b`) // 20500-0003
	postBoxes = regexp.MustCompile(`(?i)\b(?:BP|PO Box|P\.O\. Box|GPO Box|Private Bag) ?\d{2,}\b`)
)

// Words before or after which a number of four or five digits is a postcode.
var (
	statesUS = wordSet("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY")
	statesAU = wordSet("NSW VIC QLD SA WA TAS NT ACT")
	townsNZ  = wordSet("Auckland Wellington Christchurch Hamilton Dunedin Tauranga Napier Nelson Rotorua North Whanganui Invercargill Hutt Porirua Plymouth Whangarei Hastings Gisborne Queenstown Blenheim Timaru Masterton Levin")
)

// withoutPostcodes removes the postcodes that stand beside a town: DC 20500,
// ACT 2600, Wellington 6011, 75002 Paris.
func withoutPostcodes(text string) string {
	fields := strings.Fields(text)
	kept := fields[:0:0]
	for i, word := range fields {
		number := strings.Trim(word, ",.;()")
		if marksOf(number).digits == len(number) {
			before := ""
			if i > 0 {
				before = strings.Trim(fields[i-1], ",.;()")
			}
			following := i+1 < len(fields) && marksOf(fields[i+1]).upper && marksOf(fields[i+1]).digits == 0
			switch {
			case len(number) == 4 && (statesAU[before] || townsNZ[before]),
				len(number) == 5 && (statesUS[before] || following && number < "98999"):
				continue
			}
		}
		kept = append(kept, word)
	}
	if len(kept) == len(fields) {
		return text
	}
	return strings.Join(kept, " ")
}

// cutAddress removes rooms, streets with a number, and postcodes. Towns stay.
// Whether a street is somebody's home or an office cannot be told from it.
func cutAddress(text string, m marks) (string, bool) {
	if m.digits == 0 {
		return text, false
	}
	before := text
	text = withoutRoomsAndCodes(text, m)
	found := text != before
	if !m.space || text == "" {
		return text, found
	}
	if text[0] >= '0' && text[0] <= '9' {
		text = numberComma.ReplaceAllString(text, "$1 $2")
	}
	var kept []string
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' || r == '(' || r == ')' }) {
		part = strings.TrimSpace(part)
		if part != "" && (part[0] >= '0' && part[0] <= '9' || begins(leadOf(part), "dwelling")) && (streetPattern.MatchString(part) || ruePattern.MatchString(part)) {
			found = true
			continue
		}
		if lead := leadOf(part); !levels[lead] && streetInText.MatchString(part) && part[0] > '9' { // Annex 12 High Street Leeds
			found = true
			part = tidy(streetInText.ReplaceAllString(part, " "))
		}
		if town, ok := townOfStreet(part); ok {
			found = true
			if part = town; part == "" {
				continue
			}
		}
		kept = append(kept, part)
	}
	if found {
		return strings.Join(kept, ", "), true
	}
	return before, false
}

// withoutRoomsAndCodes removes rooms, postcodes and post boxes.
func withoutRoomsAndCodes(text string, m marks) string {
	lower := strings.ToLower(text)
	if mentions(lower, "room", "rm", "salle", "desk", "seat", "cubicle", "bureau", "pièce", "chamb") {
		text = roomPattern.ReplaceAllStringFunc(text, withoutRoom)
	}
	if m.digitThenUpper || m.dash && m.digitRun >= 5 {
		text = postcodes.ReplaceAllString(text, " ")
	}
	if m.space && mentions(lower, "box", "bag", "bp") {
		text = postBoxes.ReplaceAllString(text, " ")
	}
	if m.space && m.digitRun >= 4 {
		text = withoutPostcodes(text)
	}
	return text
}

// townOfStreet returns what stands behind a street with a number where no comma
// does: 12 High Street Leeds.
func townOfStreet(text string) (town string, ok bool) {
	if text == "" || text[0] < '0' || text[0] > '9' {
		return "", false
	}
	parts := streetTown.FindStringSubmatch(text)
	if parts == nil {
		return "", false
	}
	for word := range strings.FieldsSeq(parts[1]) {
		if townless[words(word)] {
			return "", false
		}
	}
	return strings.TrimSpace(parts[1]), true
}

// levels are words before a number that belongs to them rather than to a street.
var levels = wordSet("level floor block building unit wing zone bay gate stage tower etage niveau batiment bâtiment étage site area lot")

// townless are words that make the name of an institution of a street.
var townless = wordSet("school college academy hospital library surgery clinic museum church station court centre center depot")

// isStreet reports whether a text that should be a thing is a street with a number.
func isStreet(text string, m marks) bool {
	if !m.space || m.digits == 0 || text[0] < '0' || text[0] > '9' {
		return false
	}
	part, _, _ := strings.Cut(text, ",")
	if _, ok := townOfStreet(strings.TrimSpace(part)); ok {
		return true
	}
	return ruePattern.MatchString(text)
}

// withoutRoom returns what is kept of a match of roomPattern: rooms that belong
// to nobody, such as a server room, whole; else the word before.
func withoutRoom(match string) string {
	first := strings.TrimSpace(roomPattern.FindStringSubmatch(match)[1])
	if roomsOfAll[words(first)] {
		return match
	}
	return first + " "
}

var (
	homePrefix = regexp.MustCompile(`(?i)^(?:home|remote|wfh|working from home|works from home|work from home|home ?workers?|home ?working|home based|homebased|tele ?workers?|tele ?work(?:ing)?|télétravail|teletravail|télétravailleur|domicile|à domicile|a domicile)(?:$|\s*[-–—:(/]|\s*,\s*(.*))`)
	homeOf     = regexp.MustCompile(`(?i)^(?:at )?(?:(?:the )?(?:home|house|residence|flat|apartment) of|(?:home|private|employee|staff|user)(?:'s|’s)? (?:address|residence)|domicile d[e'’]|maison de|chez|remote worker|home worker|teleworker|télétravail de)\b`)
	homeSuffix = regexp.MustCompile(`(?i)(?:\s[-–—]\s*|[(/]\s*|,\s*)(?:home|wfh|remote|working from home|home ?worker|home ?working|teleworker|teleworking|télétravail|teletravail|domicile|à domicile)\)?$`)
	ownHome    = regexp.MustCompile(`(?i)^(\p{L}[\p{L}-]*)(?: \p{L}[\p{L}'-]*)?['’]s? (?:home|house|flat|place|residence|home office)$`)
)

// atHome reports whether a place is somebody's home: what follows may be a name
// or an address. “Home Office” and “Nursing Home” are none.
func atHome(text string, m marks) bool {
	lead := leadOf(text)
	if begins(lead, "home") {
		if parts := homePrefix.FindStringSubmatch(text); len(parts) > 0 {
			return parts[1] == "" || marksOf(parts[1]).digits > 0 || looksLikeName(parts[1], true)
		}
		if homeOf.MatchString(text) && !isHouseOfMany(text) {
			return true
		}
	}
	if (m.bracket || m.dash || m.comma || strings.ContainsAny(text, "–—/")) && mentions(strings.ToLower(text), "home", "wfh", "remote", "working", "work", "travail", "domicile") && homeSuffix.MatchString(text) {
		return true
	}
	if rest, ok := strings.CutSuffix(text, " home"); ok && isBareName(rest) { // Hushwell home; not Oakwood care home, nor Sunnyside Home
		return true
	}
	if !m.quote {
		return false
	}
	parts := ownHome.FindStringSubmatch(text)
	return len(parts) > 0 && isGivenName(words(parts[1]))
}

// isHouseOfMany reports whether what is called a house is one of the public:
// House of Commons, Maison de la Justice. A person's has a name or a title behind it.
func isHouseOfMany(text string) bool {
	list := namedWordsOf(text)
	if len(list) < 3 || !publicHouses[list[0].word] && !publicHouses[list[1].word] {
		return false
	}
	for i := range list[1:] {
		if w := &list[i+1]; w.isTitle() || w.capital && givenNames()[w.word] {
			return false
		}
	}
	return true
}

var publicHouses = wordSet("house maison")

// isBareName reports whether a text is one capitalised word, or two of which one
// is a given name: all that stands before “home” where somebody wrote whose it is.
func isBareName(text string) bool {
	fields := strings.Fields(text)
	for _, w := range fields {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) || hasDigit(w) {
			return false
		}
	}
	return len(fields) == 1 || len(fields) == 2 && (isGivenName(words(fields[0])) || isGivenName(words(fields[1])))
}

// isHomeWord reports whether a text says “at home” and no more.
func isHomeWord(text string) bool {
	w := words(text)
	return w == home || w == "remote" || w == "wfh" || w == "working from home" || w == "teletravail" || w == "domicile" || w == "a domicile"
}
