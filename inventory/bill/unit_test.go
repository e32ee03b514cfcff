package bill_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/inventory/bill"
)

func TestUnit(t *testing.T) {
	const (
		hour   = "0.000277777777777777777777777778" // a second: 1 ÷ 3600
		second = "0.000000000000277777777777777778" // a byte-second: 10⁻⁹ ÷ 3600
	)
	for text, want := range map[string][2]string{
		// times
		"Hours": {"h", "1"}, "Hrs": {"h", "1"}, "hour": {"h", "1"}, "1 Hour": {"h", "1"}, "100 Hours": {"h", "100"}, "1,000 Hours": {"h", "1000"}, "Instance-Hours": {"h", "1"}, "Node-Hrs": {"h", "1"},
		"seconds": {"h", hour}, "Second": {"h", hour}, "Months": {"h", "730"}, "Days": {"h", "24"}, "1 Year": {"h", "8760"},
		// things for a time
		"1/Month": {"unit.h", "730"}, "1 /Month": {"unit.h", "730"}, "100 /Month": {"unit.h", "73000"}, "1/Day": {"unit.h", "24"}, "1/Hour": {"unit.h", "1"},
		"Units/Month": {"unit.h", "730"}, "Units/Hour": {"unit.h", "1"},
		// processors
		"vCPU-Hours": {"vCPU.h", "1"}, "vCPU Hour": {"vCPU.h", "1"}, "vcore-hours": {"vCPU.h", "1"}, "OCPU Hours": {"OCPU.h", "1"}, "OCPU Per Hour": {"OCPU.h", "1"}, "100 vCPU Seconds": {"vCPU.h", "0.027777777777777777777777777778"},
		// data for a time
		"GB-Months": {"GB.h", "730"}, "GB-Mo": {"GB.h", "730"}, "GB-month": {"GB.h", "730"}, "GB-Mp": {"GB.h", "730"}, "GB Months": {"GB.h", "730"}, "GB/Month": {"GB.h", "730"},
		"1 GB/Month": {"GB.h", "730"}, "100 GB/Month": {"GB.h", "73000"}, "1 TB/Month": {"GB.h", "730000"}, "GB-Hours": {"GB.h", "1"}, "Gigabyte Per Hour": {"GB.h", "1"}, "1000 GB Hours": {"GB.h", "1000"},
		"gibibyte month": {"GB.h", "783.83153152"}, "gibibyte hour": {"GB.h", "1.073741824"}, "1 GiB/Hour": {"GB.h", "1.073741824"}, "TiB-Months": {"GB.h", "802643.48827648"},
		"GB-Hrs": {"GB.h", "1"}, "ByteHrs": {"GB.h", "0.000000001"}, "byte-seconds": {"GB.h", second}, "Lambda-GB-Second": {"GB.h", hour}, "Lambda-GB-Seconds": {"GB.h", hour},
		"50000 GB Seconds": {"GB.h", "13.888888888888888888888888888889"}, "1 GiB Second": {"GB.h", "0.000298261617777777777777777778"}, "Go/mois": {"GB.h", "730"},
		// data
		"GB": {"GB", "1"}, "1 GB": {"GB", "1"}, "10 GB": {"GB", "10"}, "GigaBytes": {"GB", "1"}, "gibibyte": {"GB", "1.073741824"}, "GiB": {"GB", "1.073741824"}, "TB": {"GB", "1000"}, "1 TB": {"GB", "1000"}, "Terabytes": {"GB", "1000"},
		"TiB": {"GB", "1099.511627776"}, "MB": {"GB", "0.001"}, "MiB": {"GB", "0.001048576"}, "KB": {"GB", "0.000001"}, "KiB": {"GB", "0.000001024"}, "bytes": {"GB", "0.000000001"}, "PB": {"GB", "1000000"}, "To": {"GB", "1000"},
		// rates and capacities
		"GiB/Second-Months": {"GB/s.h", "783.83153152"}, "MiBps-Mo": {"GB/s.h", "0.76546048"}, "MB/s": {"GB/s.h", "0.000000277777777777777777777778"},
		"IOPS-Months": {"capacity.h", "730"}, "LCU-Hours": {"capacity.h", "1"}, "ACU-Hr": {"capacity.h", "1"}, "WriteCapacityUnit-Hours": {"capacity.h", "1"},
		// counts
		"Requests": {"count", "1"}, "API Requests": {"count", "1"}, "10K": {"count", "10000"}, "1M": {"count", "1000000"}, "10K Requests": {"count", "10000"}, "Keys": {"count", "1"}, "Events": {"count", "1"}, "1": {"count", "1"},
		"Units": {"count", "1"}, "Metrics": {"count", "1"}, "Alarms": {"count", "1"}, "IOs": {"count", "1"}, "Queries": {"count", "1"}, "StateTransitions": {"count", "1"}, "Security Checks": {"count", "1"}, "ReadRequestUnits": {"count", "1"}, "Obj-Month": {"count", "1"}, "User-Month": {"count", "1"},
	} {
		measure, perUnit, ok := bill.Unit(text)
		if !ok || measure != want[0] || !perUnit.Equal(decimal.RequireFromString(want[1])) {
			t.Errorf("Unit(%q) = %s %s, %v, want %s %s", text, perUnit, measure, ok, want[1], want[0])
		}
	}
	for _, text := range []string{"", " ", "Flurbs", "Dollar", "USD", "GB GB", "0 GB", "1.2.3 GB", "-1 GB", "Hours of Flurb", "/"} {
		if measure, perUnit, ok := bill.Unit(text); ok {
			t.Errorf("Unit(%q) = %s %s", text, perUnit, measure)
		}
	}
}

func TestAmount(t *testing.T) {
	use, ok := bill.Classify(bill.Line{Provider: "gcp", Meter: "N2 Instance Core running in London", Unit: "seconds"})
	if !ok {
		t.Fatal(use)
	}
	for quantity, want := range map[string]string{"3600": "1", "-7200": "-2", "1": "0.000277777778", "0": "0"} {
		if got := use.Amount(decimal.RequireFromString(quantity)); got.String() != want {
			t.Errorf("%s s are %s vCPU.h, want %s", quantity, got, want)
		}
	}
}

func FuzzUnit(f *testing.F) {
	for _, text := range []string{"1 Hour", "GB-Mo", "1 GB/Month", "byte-seconds", "10K", "GiB/Second-Months", "1/Month", "Lambda-GB-Second"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		measure, perUnit, ok := bill.Unit(text)
		if ok != (measure != "") || perUnit.IsNegative() {
			t.Errorf("Unit(%q) = %s %s, %v", text, perUnit, measure, ok)
		}
	})
}

// A speed in Gbps is one of bits, 8 of which are a byte; data in Gb are either.
func TestBitsAreNotBytes(t *testing.T) {
	for text, want := range map[string]string{
		"Gbit": "GB 0.125", "8 Gbit": "GB 1", "Mbits": "GB 0.000125", "gigabits": "GB 0.125", "Gbit/Month": "GB.h 91.25",
		"Gbps-Hrs": "GB/s.h 0.125", "mbps-hrs": "GB/s.h 0.000125", "GBps-Hrs": "GB/s.h 1", "MiBps-mo": "GB/s.h 0.76546048", "Gb/s": "GB/s.h 0.000034722222222222222222",
		"Gb": "", "Mb": "", "1 Tb": "", "gb": "GB 1", "GB": "GB 1", "kb": "GB 0.000001",
	} {
		got := ""
		if measure, per, ok := bill.Unit(text); ok {
			got = measure + " " + per.String()
		}
		if got != want && !(text == "Gb/s" && strings.HasPrefix(got, want)) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
