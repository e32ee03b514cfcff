package inventory

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"strings"
)

// Serial numbers and asset tags serve one purpose: to notice that two rows are
// about one device. Their cells are not kept, not even on their way to the
// conversion: what goes on is eight bytes of a keyed hash. Its key is drawn for
// the run and is in memory alone. When the run ends, nothing can tell what was
// hashed; that is why no key is ever stored, and why duplicates are found within
// a run only.

// An identifierKind says what a hash is of.
type identifierKind uint8

const (
	noIdentifier identifierKind = iota
	serialNumber
	assetTag
	identifierKinds
)

// identifierMarks are parts of the keys of headers of identifiers.
var identifierMarks = [identifierKinds][]string{
	serialNumber: {"serial", "servicetag", "numerodeserie", "nodeserie", "nserie", "ndeserie", "seriennummer", "matricola", "numeroserie"},
	assetTag: {
		"assettag", "assetnumber", "assetno", "assetcode", "tagnumber", "numbertag", "inventorynumber", "inventoryno", "propertynumber", "propertytag", "barcode",
		"numerodinventaire", "ninventaire", "codeinventaire", "inventarnummer", "etiquette", "annotatedassetid",
	},
}

// identifierKindOf tells what kind of identifier a column holds by its header.
// Host names are none that counts: a computer that is set up anew keeps or
// changes its name without being another.
func identifierKindOf(h header) identifierKind {
	switch h.key {
	case "sn":
		return serialNumber
	case "tag":
		return assetTag
	}
	for kind, marks := range identifierMarks {
		if mentions(h.key, marks...) {
			return identifierKind(kind)
		}
	}
	return noIdentifier
}

// identifierHash makes the hashes of a run: SHA-256 of the key, the kind and the
// identifier, of which eight bytes are kept. HMAC would take three times as long
// to protect against appending to a message, which is no use against a hash that
// is cut short and shown to nobody. Of ten million identifiers two share their
// eight bytes by chance once in 370,000 runs (10^14 ÷ 2 ÷ 2^64).
type identifierHash struct {
	block [keyBytes + 1 + longestIdentifier]byte // key, kind, identifier
}

const keyBytes = 32

// Identifiers are this long; what is shorter is a number in a list.
const (
	shortestIdentifier = 4
	longestIdentifier  = 64
)

func newIdentifierHash() *identifierHash {
	h := new(identifierHash)
	_, _ = rand.Read(h.block[:keyBytes]) // never fails
	return h
}

// of returns the hash of an identifier; ok is false for what stands where
// somebody knew of none. Case, spaces and punctuation do not matter.
func (h *identifierHash) of(kind identifierKind, raw []byte) (sum uint64, ok bool) {
	text, n := h.block[keyBytes+1:], 0
	same, digits, letters := true, 0, 0
	for _, c := range raw {
		switch {
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
			letters++
		case c >= 'A' && c <= 'Z':
			letters++
		case c >= '0' && c <= '9':
			digits++
		case c < 0x80:
			if c == '+' && digits > 0 { // 6.37702E+15: what a spreadsheet left of a number
				return 0, false
			}
			continue
		}
		if n == longestIdentifier {
			return 0, false
		}
		text[n] = c
		same = same && c == text[0]
		n++
	}
	text = text[:n]
	if n < shortestIdentifier || same || digits == 0 && letters == n && n < 6 || noSerials[string(text)] || isCounting(text) {
		return 0, false
	}
	if digits == 0 && isPlaceholder(words(string(raw))) {
		return 0, false
	}
	h.block[keyBytes] = byte(kind)
	full := sha256.Sum256(h.block[:keyBytes+1+n])
	return binary.LittleEndian.Uint64(full[:8]), true
}

// isCounting reports whether a text is 1234567890, or part of it from its beginning.
func isCounting(text []byte) bool {
	return strings.HasPrefix("0123456789012345", string(text)) || strings.HasPrefix("1234567890123456", string(text))
}

// noSerials are what firmware and people write where there is no serial number.
var noSerials = wordSet("DEFAULTSTRING TOBEFILLEDBYOEM NOTSPECIFIED NOTAPPLICABLE NOTAVAILABLE NOTKNOWN UNKNOWN SYSTEMSERIALNUMBER CHASSISSERIALNUMBER SERIALNUMBER BASEBOARDSERIALNUMBER " +
	"INVALID NONE NULL XXXXXXX TBDTBD NOSERIAL NOSERIALNUMBER NOTAG NOASSETTAG NOASSETINFORMATION ASSETTAG NOTSET NOTVISIBLE ILLEGIBLE UNREADABLE MISSING PENDING EMPTY OEM123456789 " +
	"SERNUM0 ASSET1234567890 ATN12345678901234567 MBTESTSN INCONNU NONRENSEIGNE NEANT SANSNUMERO ILLISIBLE 00000001 0123456789ABCDEF 123456789ABCDEF 1234567890ABCDEF")
