package inventory_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"govfootprint/inventory"
)

// activities returns what an estate has of activities: category and variant, maker,
// model, amount and measure, country, department, in order.
func activities(e *inventory.Estate) []string {
	var all []string
	for p, a := range e.All() {
		category := p.Category
		if p.Variant != "" {
			category += "/" + p.Variant
		}
		parts := []string{category, p.Manufacturer, p.Model, a.Activity.String(), p.Measure, p.Country, p.Department}
		all = append(all, strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " "))
	}
	slices.Sort(all)
	return all
}

func TestUsageRow(t *testing.T) {
	const header = "category,provider,product,region,amount,unit,spend,currency,date,to\n"
	for _, test := range []struct{ row, want string }{
		{"compute,AWS,m5.large,eu-west-2,744,hours,,,,", "cloud-compute aws m5.large 744 h GB"},
		{"compute,,,,100,vCPU hours,,,,", "cloud-compute 100 vCPU.h"},
		{"ssd storage,azure,,uksouth,2,TB.month,,,,", "cloud-storage/ssd azure 1460000 GB.h GB"}, // 2000 × 730
		{"storage,,,,1,TB,,,2024-02,", "cloud-storage 730000 GB.h"},                              // a month is a twelfth of 8760 h
		{"storage,,,,1,TB,,,2024,", "cloud-storage 8760000 GB.h"},
		{"storage,,,,1,TB,,,2024-Q2,", "cloud-storage 2190000 GB.h"},
		{"storage,,,,1,TB,,,2024-01-01,2024-06-30", "cloud-storage 4380000 GB.h"},
		{"storage,,,,1,TB,,,2024-01,2024-06", "cloud-storage 4380000 GB.h"},
		{"storage,,,,1,TB,,,2024-06-30,", "cloud-storage 8760000 GB.h"}, // a day on which somebody looked
		{"saas,,,,24,licences,,,2024-03,", "software-service 2 user.year"},
		{"saas,,,,24,user months,,,2024-03,", "software-service 2 user.year"},
		{"sim cards,,,,6,lines,,,,", "network-line/mobile 6 subscription.year"},
		{"saas,,,,,,100,GBP,2024-03,", "software-service 100 GBP2024"},
		{"saas,,,,,,1000,eur,,", "software-service 1000 EUR2024"},
		{"saas,,,,5,,100,GBP,,", "software-service 100 GBP2024"}, // five of nobody knows what, but what they cost
		{`email,,,,"1,200,000",emails,,,,`, "email 1200000 email"},
		{"mobile data,,,,1.5 TB,,,,,", "network-data/mobile 1500 GB"},
		{"teams meetings,,,,90,participant minutes,,,,", "meeting 1.5 person.h"},
		{"licence,,,,,,€ 12.50,,,", "licence 12.5 EUR2024"},
		{"licence,,,,,,£1.2m,,,", "licence 1200000 GBP2024"},
		{"licence,,,,,,12 USD,,,", "licence 12 USD2024"},

		{"laptop,,,,5,h,,,,", "activity_unknown"},
		{"email,,,,5,,,,,", "usage_unit"},
		{"email,,,,5,GB,,,,", "usage_unit"},
		{"email,,,,five,emails,,,,", "amount_invalid"},
		{"email,,,,-5,emails,,,,", "amount_invalid"},
		{"email,,,,0,emails,,,,", "usage_zero"},
		{"email,,,,,,,,,", "amount_missing"},
		{"licence,,,,,,12,,,", "currency_unknown"},
		{"licence,,,,,,$12,,,", "currency_unknown"},
		{"licence,,,,,,£12,EUR,,", "currency_unknown"},
		{"licence,,,,,,much,GBP,,", "amount_invalid"},
		{"licence,,,,,,-12,GBP,,", "charge_refund"},
		{"licence,,,,,,0,GBP,,", "usage_zero"},
		{"email,,,,5,emails,,,2023-12,", "usage_outside_period"},
		{"email,,,,5,emails,,,2025,", "usage_outside_period"},
		{"email,,,,5,emails,,,when,", "date_invalid"},
		{"email,,,,5,emails,,,2024-03,2024-01", "date_invalid"},
	} {
		t.Run(test.row, func(t *testing.T) {
			// A row that is as it should be, for a list of one bad row is still a list.
			r := readText(t, header+test.row+"\nai,,,,1,prompt,,,,\nai,,,,1,prompt,,,,\n")
			got := slices.DeleteFunc(activities(r.Estate), func(s string) bool { return strings.HasPrefix(s, "ai-inference") })
			if len(got) == 0 {
				for p := range r.Problems.All() {
					if p.Row == 2 && (p.Severity == inventory.Rejected || p.Severity == inventory.Excluded) {
						got = append(got, string(p.Code))
					}
				}
			}
			if !slices.Equal(got, []string{test.want}) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// An amount that says nothing of how much was used, beside what it cost, is told;
// without a cost the row is rejected. Headers that name what they count have its unit.
func TestAmountsWithoutMeasure(t *testing.T) {
	r := readText(t, "category,product,amount,unit,spend,currency\n"+
		"saas,Chat,1200,,50000,GBP\nsaas,Mail,300,,7000,GBP\nemail,Mail,1200,mailboxes,900,GBP\nmanaged service,Desk,400,,90000,GBP\n"+
		"saas,Chat,1200,users,50000,GBP\nemail,Mail,1200,mailboxes,,\nemail,Mail,1200,mailboxes,0,GBP\n")
	want := []string{"email mail 900 GBP2024", "managed-service desk 90000 GBP2024", "software-service chat 1200 user.year", "software-service chat 50000 GBP2024", "software-service mail 7000 GBP2024"}
	if got := activities(r.Estate); !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	var told []string
	for p := range r.Problems.All() {
		if p.Code == inventory.CodeUsageUnitUnread || p.Code == inventory.CodeUsageUnit {
			told = append(told, fmt.Sprintf("%s %d %s %q", p.Code, p.Row, p.Value, p.Args))
		}
	}
	slices.Sort(told)
	if want := []string{`usage_unit 7 mailboxes ["email"]`, `usage_unit 8 mailboxes ["email"]`, `usage_unit_unread 2  ["3"]`, `usage_unit_unread 4 mailboxes ["1"]`}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	counted := readText(t, "category,product,number of users,cost,currency\nsaas,Chat,1200,50000,GBP\nsaas,Mail,,7000,GBP\n")
	if got := activities(counted.Estate); !slices.Equal(got, []string{"software-service chat 1200 user.year", "software-service mail 7000 GBP2024"}) {
		t.Errorf("of users read %q", got)
	}
}

// One row of more than a government uses counts and is doubted; one of more than
// the world uses is rejected, in lists that people keep and in bills.
func TestAmountsBeyondBelief(t *testing.T) {
	for _, test := range []struct{ row, amount, code string }{
		{"email,9000000000,emails,,", "9000000000", ""},
		{"email,20000000000,emails,,", "20000000000", "usage_large"},
		{"email,1e47,emails,,", "", "usage_absurd"},
		{"saas,900000000000,users,,", "", "usage_absurd"},
		{"storage,900,PB.month,,", "657000000000", ""},
		{"storage,9000,PB.month,,", "6570000000000", "usage_large"},
		{"licence,,,2000000000000,GBP", "2000000000000", "usage_large"},
		{"licence,,,1e20,GBP", "", "usage_absurd"},
	} {
		r := readText(t, "category,amount,unit,spend,currency\nai,1,prompt,,\nai,1,prompt,,\n"+test.row+"\n")
		amount, codes := "", []string(nil)
		for p, a := range r.Estate.All() {
			if p.Category != "ai-inference" {
				amount = a.Activity.String()
			}
		}
		for p := range r.Problems.All() {
			if p.Row == 4 && (p.Severity == inventory.Rejected || p.Severity == inventory.Warning && p.Code != inventory.CodeUsageThroughout) {
				codes = append(codes, string(p.Code))
			}
		}
		code := strings.Join(codes, "")
		if amount != test.amount || code != test.code {
			t.Errorf("%s: counts %q with %q, want %q with %q", test.row, amount, code, test.amount, test.code)
		}
		if c := r.Estate.Counts(); c.Read != 3 || c.Assessed+c.Rejected != 3 {
			t.Errorf("%s: %+v", test.row, c)
		}
	}
}

func TestUsageMoneyInHeader(t *testing.T) {
	for _, test := range []struct{ header, want string }{
		{"Cost (GBP)", "12 GBP2024"},
		{"Spend £", "12 GBP2024"},
		{"Coût (€ HT)", "12 EUR2024"},
		{"Dépense en k€", "12000 EUR2024"},
		{"Cost, £000 excluding VAT", "12000 GBP2024"},
		{"Coût (€ TTC)", "amount_missing"}, // nobody knows how much of it is tax
	} {
		r := readText(t, fmt.Sprintf("category,amount,unit,%q\nlicence,,,12\n", test.header))
		got := ""
		for p, a := range r.Estate.All() {
			got = a.Activity.String() + " " + p.Measure
		}
		for p := range r.Problems.All() {
			if p.Severity == inventory.Rejected {
				got = string(p.Code)
			}
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.header, got, test.want)
		}
	}
}

// bill writes lines in FOCUS.
func bill(lines []string) []byte {
	var b bytes.Buffer
	b.WriteString("ProviderName,ChargeCategory,ServiceCategory,ServiceName,ChargeDescription,ConsumedQuantity,ConsumedUnit,BilledCost,EffectiveCost,BillingCurrency," +
		"ChargePeriodStart,ChargePeriodEnd,RegionId,ResourceId,SubAccountName\n")
	for _, line := range lines {
		b.WriteString(line + "\n")
	}
	return b.Bytes()
}

// The order of a bill's lines and their split over files do not matter: the estate
// is the sum of the files'.
func TestBillIsTheSumOfItsParts(t *testing.T) {
	line := rapid.Custom(func(t *rapid.T) string {
		service := rapid.SampledFrom([]string{
			"Usage,Compute,Amazon Elastic Compute Cloud,$0.1 per On Demand Linux m5.large Instance Hour,%s,Hours",
			"Usage,Storage,Amazon Simple Storage Service,$0.02 per GB - first 50 TB / month of storage used,%s,GB-Mo",
			"Usage,Integration,Amazon Simple Queue Service,$0.40 per million requests,%s,Requests",
			"Usage,Networking,AWS Data Transfer,Data Transfer Out to Internet,%s,GB",
			"Tax,Other,Amazon Elastic Compute Cloud,VAT,%s,",
		}).Draw(t, "service")
		amount := rapid.SampledFrom([]string{"1", "0.3333333333", "-2", "0", "", "1e-7", "12345678901.123456789", "x"}).Draw(t, "amount")
		cost := rapid.SampledFrom([]string{"1", "0.000000001", "0", "-1", ""}).Draw(t, "cost")
		day := rapid.SampledFrom([]string{"2024-03-01", "2024-12-31", "2023-12-31", ""}).Draw(t, "day")
		region := rapid.SampledFrom([]string{"eu-west-2", "eu-west-3", "nowhere", ""}).Draw(t, "region")
		return "AWS," + fmt.Sprintf(service, amount) + "," + cost + "," + cost + ",USD," + day + ",," + region + ",RESOURCE," + rapid.SampledFrom([]string{"Justice", "Health"}).Draw(t, "department")
	})
	rapid.Check(t, func(rt *rapid.T) {
		lines := rapid.SliceOfN(line, 1, 20).Draw(rt, "lines")
		for i := range lines {
			lines[i] = strings.Replace(lines[i], ",RESOURCE,", fmt.Sprintf(",i-%d,", i), 1)
		}
		options := inventory.Options{Period: inventory.CalendarYear(2024)}
		whole := estateText(t, read(t, options, memorySource("whole.csv", bill(lines))).Estate)
		mixed := rapid.Permutation(lines).Draw(rt, "order")
		cut := rapid.IntRange(0, len(mixed)).Draw(rt, "cut")
		parts := estateText(t, read(t, options, memorySource("a.csv", bill(mixed[:cut])), memorySource("b.csv", bill(mixed[cut:]))).Estate)
		if whole != parts {
			rt.Fatalf("whole:\n%s\nparts:\n%s", whole, parts)
		}
	})
}

// Lines that two files have count once, however often each has them.
// A line of which no pack knows the amount counts by what it cost, and is told so: it
// is not told to have no amount. One that cannot be is rejected.
func TestLinesOfNoFigure(t *testing.T) {
	const compute = "AWS,Usage,Compute,Amazon Elastic Compute Cloud,$0.1 per On Demand Linux %s Instance Hour,%s,Hours,5,5,USD,2024-03-01,,eu-west-2,i-1,Justice"
	lines := []string{fmt.Sprintf(compute, "q9z.large", "10"), fmt.Sprintf(compute, "m5.large", "1e20"), fmt.Sprintf(compute, "m5.large", "10")}
	options := inventory.Options{Period: inventory.CalendarYear(2024), Counted: func(p inventory.Profile) bool { return p.Model == "m5.large" }}
	r := read(t, options, memorySource("bill.csv", bill(lines)))
	if got := activities(r.Estate); !slices.Equal(got, []string{"cloud-compute aws m5.large 10 h GB Justice", "cloud-service aws amazon elastic compute cloud 5 USD2024 GB Justice"}) {
		t.Errorf("counts %q", got)
	}
	var told []string
	for p := range r.Problems.All() {
		if p.Row > 0 && (p.Severity == inventory.Warning || p.Severity == inventory.Rejected) {
			told = append(told, fmt.Sprintf("%s %d %s", p.Code, p.Row, p.Value))
		}
	}
	slices.Sort(told)
	if want := []string{"usage_absurd 3 1e20", "usage_no_figure 2 q9z.large"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestBillGivenTwice(t *testing.T) {
	const line = "AWS,Usage,Compute,Amazon Elastic Compute Cloud,$0.1 per On Demand Linux m5.large Instance Hour,1,Hours,1,1,USD,2024-03-01,,eu-west-2,i-1,Justice"
	other := strings.Replace(line, "i-1", "i-2", 1)
	options := inventory.Options{Period: inventory.CalendarYear(2024)}
	r := read(t, options, memorySource("a.csv", bill([]string{line, line})), memorySource("b.csv", bill([]string{line, other, line, line})))
	if got := activities(r.Estate); !slices.Equal(got, []string{"cloud-compute aws m5.large 4 h GB Justice"}) {
		t.Errorf("got %q", got) // two of a, other of b, and the third of b
	}
}

// A file that is refused leaves nothing behind that another would repeat.
func TestRefusedBillLeavesNothing(t *testing.T) {
	const line = "AWS,Usage,Compute,Amazon Elastic Compute Cloud,$0.1 per On Demand Linux m5.large Instance Hour,1,Hours,1,1,USD,2024-03-01,,eu-west-2,i-1,Justice"
	lines := bill([]string{line})
	damaged := append(slices.Clone(lines), bytes.Repeat([]byte("AWS,Tax\n"), 50)...)
	packed := gzipOf(damaged)
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.csv.gz", packed[:len(packed)-6]), memorySource("b.csv", lines))
	if got := activities(r.Estate); !slices.Equal(got, []string{"cloud-compute aws m5.large 1 h GB Justice"}) {
		t.Errorf("got %q", got)
	}
}

func FuzzUsage(f *testing.F) {
	f.Add([]byte("category,amount,unit,spend,currency,month\nemail,5,emails,,,2024-01\nlicence,,,£5,,2024\n"))
	f.Add([]byte("Catégorie;Quantité consommée;Unité;Coût (k€ HT);Année\nstockage;1 200,5;To;;2024\n"))
	f.Add(bill([]string{"AWS,Usage,Compute,EC2,m5.large Instance Hour,1e-3,Hours,1,1,USD,2024-03-01,2024-03-02,eu-west-2,i-1,Justice"}))
	f.Add([]byte("MeterId,MeterCategory,MeterName,Quantity,UnitOfMeasure,Cost,BillingCurrency,Date\nm,Storage,P10 LRS Disk,0.5,1/Month,1,GBP,03/09/2024\n"))
	f.Add([]byte("service.description,sku.description,usage.amount,usage.unit,cost,currency\nCompute Engine,E2 Instance Core,7200,seconds,1,GBP\n"))
	f.Add([]byte("User Principal Name,Assigned Products\na@b.gov,OFFICE 365 E3+VISIO\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		options := inventory.Options{Period: inventory.CalendarYear(2024)}
		r := read(t, options, memorySource("a.csv", data), memorySource("b.csv", append([]byte("\n"), data...)))
		text := estateText(t, r.Estate)
		again := read(t, options, memorySource("estate.csv", []byte(text)))
		if got := estateText(t, again.Estate); r.Estate.Len() > 0 && got != text {
			t.Errorf("estate:\n%s\nread again:\n%s", text, got)
		}
		for p, a := range r.Estate.All() {
			if p.Kind == inventory.Cloud && a.Activity.Sign() < 0 {
				t.Errorf("%v: %v", p, a.Activity)
			}
		}
	})
}
