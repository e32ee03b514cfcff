package boavizta

import (
	"strings"

	"github.com/shopspring/decimal"
)

// The stages that a table's shares are of, in the order of a device's life.
const (
	manufacturing = iota
	distribution
	endOfLife
	use // last, because it is not among those booked
)

var shareColumns = [...]int{manufacturing: colManufacturing, distribution: colTransport, endOfLife: colEndOfLife, use: colUse}

var stageNames = [...]string{manufacturing: "manufacturing", distribution: "distribution", endOfLife: "end_of_life", use: "use"}

// Shares are given with two or three digits, so each may be off by half of the
// second; this many of them, and one for the total, is what a sum may be off.
var halfDigit = decimal.New(5, -3)

// What nobody stated may be at most this much: of transport and end of life
// together a quarter (the most that sheets with all four shares show is 0.223), of end of
// life alone a twentieth (0.042). More is use or making that got lost.
var (
	mostOfTransport = decimal.New(25, -2)
	mostOfEndOfLife = decimal.New(5, -2)
)

var one = decimal.New(1, 0)

// part is a share of the total that is booked under one stage, or under several
// that are not stated apart.
type part struct {
	stages []int
	share  decimal.Decimal
	stated bool            // a share of the table; else what remains of the total
	slack  decimal.Decimal // of what remains: half a digit of the share it comes from
	how    string          // the arithmetic, for the note
}

func (p part) stage() string {
	names := make([]string, len(p.stages))
	for i, stage := range p.stages {
		names[i] = stageNames[stage]
	}
	return strings.Join(names, "+")
}

// text names the stages in a message.
func (p part) text() string {
	names := make([]string, len(p.stages))
	for i, stage := range p.stages {
		names[i] = inWords(stage)
	}
	return strings.Join(names, " and ")
}

func inWords(stage int) string { return strings.ReplaceAll(stageNames[stage], "_", " ") }

// splitting is one row's shares on their way to parts.
type splitting struct {
	shares [4]decimal.NullDecimal
	report func(code Code, column int, args ...string)
	bad    bool
}

// split returns the parts of a total without use: what is stated stage by stage, and
// what remains of 1 for the stages that are not. It returns none, after reporting
// why, where the shares cannot be trusted: use may never slip in. The shares come
// back as mended.
//
//	stated      manufacturing m, distribution t, end of life e, use u
//	remainder   r = 1 − u − Σ stated, for the stages that are not stated, together
func split(shares [4]decimal.NullDecimal, report func(code Code, column int, args ...string)) (parts []part, mended [4]decimal.NullDecimal) {
	s := &splitting{shares: shares, report: report}
	for _, step := range []func(){s.roundDigits, s.readPercentages, s.mendMisplaced, s.refuseInvalid, s.noteCredit} {
		step()
		if s.bad {
			return nil, s.shares
		}
	}
	return s.parts(), s.shares
}

// roundDigits takes away the digits of binary arithmetic: 0.21899999999999997.
func (s *splitting) roundDigits() {
	const digits = 4 // as the table writes shares
	for i, share := range s.shares {
		if share.Valid && share.Decimal.Exponent() < -8 {
			s.shares[i].Decimal = share.Decimal.RoundBank(digits)
			s.report(ShareRounded, shareColumns[i], s.shares[i].Decimal.String())
		}
	}
}

// readPercentages finds rows in which all shares are percentages.
func (s *splitting) readPercentages() {
	sum := s.sum()
	if s.count() < 2 || sum.LessThan(decimal.New(90, 0)) || sum.GreaterThan(decimal.New(110, 0)) {
		return
	}
	s.report(SharePercent, shareColumns[use], s.list(), sum.String())
	for i := range s.shares {
		s.shares[i].Decimal = s.shares[i].Decimal.Shift(-2)
	}
}

// mendMisplaced mends one share whose decimal mark is misplaced (7.76 for 0.776),
// where the other three leave no doubt.
func (s *splitting) mendMisplaced() {
	at := -1
	for i, share := range s.shares {
		if !share.Valid {
			return
		}
		if share.Decimal.GreaterThan(one) {
			if at >= 0 {
				return
			}
			at = i
		}
	}
	if at < 0 {
		return
	}
	stated := s.shares[at].Decimal
	for shift := int32(1); shift <= 3; shift++ {
		s.shares[at].Decimal = stated.Shift(-shift)
		if sum := s.sum(); sum.Sub(one).Abs().LessThanOrEqual(halfDigit) {
			s.report(ShareMisplaced, shareColumns[at], s.shares[at].Decimal.String(), sum.String())
			return
		}
	}
	s.shares[at].Decimal = stated
}

// refuseInvalid refuses shares that are none. A negative end of life is a credit.
func (s *splitting) refuseInvalid() {
	for i, share := range s.shares {
		if share.Valid && (share.Decimal.GreaterThan(one) || share.Decimal.Sign() < 0 && i != endOfLife) {
			s.report(ShareInvalid, shareColumns[i])
			s.bad = true
		}
	}
}

// noteCredit reports a credit for recycling. It stays in the sum of the shares, of
// whose total it was taken off, and is not booked.
func (s *splitting) noteCredit() {
	if share := s.shares[endOfLife]; share.Valid && share.Decimal.Sign() < 0 {
		s.report(ShareCredit, colEndOfLife)
	}
}

func (s *splitting) parts() []part {
	sum := s.sum()
	tolerance := halfDigit.Mul(decimal.NewFromInt(int64(s.count() + 1)))
	known := s.shares[use].Valid && s.shares[use].Decimal.Sign() > 0
	if sum.GreaterThan(one.Add(tolerance)) {
		s.report(SharesTooMuch, colUse, s.list(), sum.String())
		return nil
	}
	var parts []part
	var open []int
	zeros := false
	for stage := manufacturing; stage <= endOfLife; stage++ {
		switch share := s.shares[stage]; {
		case share.Valid && share.Decimal.Sign() > 0:
			parts = append(parts, part{stages: []int{stage}, share: share.Decimal, stated: true, how: share.Decimal.String() + " (" + inWords(stage) + ")"})
		case share.Valid && share.Decimal.Sign() < 0: // a credit: stated, and not booked
		default:
			open = append(open, stage)
			zeros = zeros || share.Valid
		}
	}
	if !known {
		if len(parts) > 0 {
			texts := make([]string, len(parts))
			for i, p := range parts {
				texts[i] = p.text()
			}
			s.report(UseMissing, colUse, strings.Join(texts, " and "))
		}
		return parts
	}
	rest := one.Sub(sum)
	switch {
	case len(open) == 0 && rest.GreaterThan(tolerance),
		len(open) > 0 && open[0] == distribution && rest.GreaterThan(mostOfTransport),
		len(open) == 1 && open[0] == endOfLife && rest.GreaterThan(mostOfEndOfLife):
		s.report(SharesTooLittle, colUse, s.list(), sum.String())
		return nil
	case len(open) == 0 || rest.LessThan(halfDigit.Shift(-1)):
		return parts // a share that rounds to 0 is no absence of impact: the category's figure stands in
	}
	remainder := part{stages: open, share: rest, slack: decimal.New(5, min(s.shares[use].Decimal.Exponent(), 0)-1)}
	remainder.how = "(1 − " + strings.Join(s.terms(), " − ") + "), not stated apart"
	if zeros {
		s.report(ShareZero, shareColumns[open[len(open)-1]], sum.String(), rest.String(), remainder.text())
	}
	return append(parts, remainder)
}

func stagesOf(parts []part) string {
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = p.stage()
	}
	return strings.Join(names, ", ")
}

func (s *splitting) sum() decimal.Decimal {
	sum := decimal.Zero
	for _, share := range s.shares {
		sum = sum.Add(share.Decimal) // 0 where it is not stated
	}
	return sum
}

func (s *splitting) count() int {
	n := 0
	for _, share := range s.shares {
		if share.Valid {
			n++
		}
	}
	return n
}

// terms lists the shares that are more than 0, use first.
func (s *splitting) terms() []string {
	var terms []string
	for _, stage := range []int{use, manufacturing, distribution, endOfLife} {
		if share := s.shares[stage]; share.Valid && !share.Decimal.IsZero() {
			terms = append(terms, share.Decimal.String()+" "+inWords(stage))
		}
	}
	return terms
}

func (s *splitting) list() string { return strings.Join(s.terms(), " + ") }
