package inventory

import (
	"crypto/sha256"
	"encoding/binary"
	"net/netip"
	"strings"
)

// Names of machines, of the servers they run on and of clusters serve one
// purpose: to tell which of them are the same. Where a government's servers are
// and what runs on them is nobody's business, so that names go the way of serial
// numbers: what is kept of one are eight bytes of a hash with the run's key.

// A nameKind says what a hash is of.
type nameKind byte

const (
	nameOfHost nameKind = 0x80 + iota // beyond the kinds of identifiers
	nameOfMachine
	nameOfCluster
	nameOfPlace
	idOfMachine
	nameOfAccount
)

// name returns the hash of a name, 0 for what stands where somebody knew of none.
// Case and white space do not matter.
func (h *identifierHash) name(kind nameKind, text string) uint64 {
	text = strings.ToLower(text)
	if isBlankText(text) || isFormulaError(text) {
		return 0
	}
	sum := sha256.New()
	_, _ = sum.Write(h.block[:keyBytes]) // never fails
	_, _ = sum.Write([]byte{byte(kind)})
	_, _ = sum.Write([]byte(text))
	return max(1, binary.LittleEndian.Uint64(sum.Sum(nil)))
}

// A hostName is the name of a server: as it stands, and up to the first point. One
// list has esx01.example.gov.uk where the other has esx01.
type hostName struct{ full, short uint64 }

func (n hostName) known() bool     { return n.full != 0 }
func (n hostName) qualified() bool { return n.full != n.short }

// host returns the name of a server. An address is no name with a domain.
func (h *identifierHash) host(text string) hostName {
	text = strings.TrimSuffix(text, ".")
	n := hostName{full: h.name(nameOfHost, text)}
	n.short = n.full
	label, domain, ok := strings.Cut(text, ".")
	if !ok || label == "" || domain == "" || strings.ContainsRune(text, ' ') {
		return n
	}
	if _, err := netip.ParseAddr(text); err == nil {
		return n
	}
	if short := h.name(nameOfHost, label); short != 0 {
		n.short = short
	}
	return n
}
