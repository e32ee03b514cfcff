package bill_test

import (
	"testing"

	"govfootprint/inventory/bill"
)

func TestCharge(t *testing.T) {
	for _, test := range []struct {
		marks bill.Marks
		want  bill.Kind
	}{
		// FOCUS
		{bill.Marks{Provider: "AWS", Type: "Usage", Class: "NULL", Pricing: "Standard", Status: "NULL", Publisher: "Amazon Web Services, Inc."}, bill.Usage},
		{bill.Marks{Provider: "AWS", Type: "Usage", Pricing: "Committed", Status: "Used"}, bill.CommitmentUsed},
		{bill.Marks{Provider: "AWS", Type: "Usage", Pricing: "Committed", Status: "Unused"}, bill.CommitmentUnused},
		{bill.Marks{Provider: "AWS", Type: "Usage", Pricing: "Dynamic"}, bill.Usage},
		{bill.Marks{Provider: "AWS", Type: "Usage", Class: "Correction"}, bill.Correction},
		{bill.Marks{Provider: "AWS", Type: "Usage", Publisher: "Red Hat Inc.", Description: "AWS Marketplace hourly software usage|us-east-1|m5.xlarge"}, bill.Marketplace},
		{bill.Marks{Provider: "AWS", Type: "Usage", Publisher: "Amazon Web Services Canada, Inc."}, bill.Usage},
		{bill.Marks{Provider: "AWS", Type: "Purchase", Description: "Savings Plan recurring fee"}, bill.CommitmentPurchase},
		{bill.Marks{Provider: "AWS", Type: "Purchase", Description: "Registration of example.org"}, bill.Purchase},
		{bill.Marks{Provider: "Microsoft", Type: "Purchase", Pricing: "Committed"}, bill.CommitmentPurchase},
		{bill.Marks{Type: "Tax"}, bill.Tax},
		{bill.Marks{Type: "Credit", Description: "Promotional Credits"}, bill.Credit},
		{bill.Marks{Type: "Adjustment"}, bill.Adjustment},
		{bill.Marks{Type: "Adjustment", Description: "Rounding adjustment"}, bill.Rounding},
		{bill.Marks{Provider: "Oracle", Type: "Usage", Publisher: "Oracle"}, bill.Usage},
		// AWS
		{bill.Marks{Provider: "aws", Type: "DiscountedUsage"}, bill.CommitmentUsed},
		{bill.Marks{Provider: "aws", Type: "SavingsPlanCoveredUsage"}, bill.CommitmentUsed},
		{bill.Marks{Provider: "aws", Type: "SavingsPlanNegation"}, bill.Discount},
		{bill.Marks{Provider: "aws", Type: "SavingsPlanRecurringFee"}, bill.CommitmentPurchase},
		{bill.Marks{Provider: "aws", Type: "RIFee"}, bill.CommitmentPurchase},
		{bill.Marks{Provider: "aws", Type: "EdpDiscount"}, bill.Discount},
		{bill.Marks{Provider: "aws", Type: "BundledDiscount"}, bill.Discount},
		{bill.Marks{Provider: "aws", Type: "Refund"}, bill.Refund},
		{bill.Marks{Provider: "aws", Type: "Fee", Description: "Sign up charge for subscription: Reserved Instance"}, bill.CommitmentPurchase},
		{bill.Marks{Provider: "aws", Type: "Fee", Service: "AWSSupportBusiness"}, bill.Support},
		{bill.Marks{Provider: "aws", Type: "Usage", Publisher: "AWS Marketplace"}, bill.Marketplace},
		// Azure
		{bill.Marks{Provider: "azure", Type: "Usage", Pricing: "OnDemand", Publisher: "Azure"}, bill.Usage},
		{bill.Marks{Provider: "azure", Type: "Usage", Pricing: "Reservation", Publisher: "Azure"}, bill.CommitmentUsed},
		{bill.Marks{Provider: "azure", Type: "Usage", Pricing: "SavingsPlan", Publisher: "Microsoft"}, bill.CommitmentUsed},
		{bill.Marks{Provider: "azure", Type: "Purchase", Pricing: "Reservation", Publisher: "Azure"}, bill.CommitmentPurchase},
		{bill.Marks{Provider: "azure", Type: "UnusedReservation", Publisher: "Azure"}, bill.CommitmentUnused},
		{bill.Marks{Provider: "azure", Type: "UnusedSavingsPlan"}, bill.CommitmentUnused},
		{bill.Marks{Provider: "azure", Type: "RoundingAdjustment"}, bill.Rounding},
		{bill.Marks{Provider: "azure", Type: "Purchase", Publisher: "Marketplace"}, bill.Marketplace},
		// Google
		{bill.Marks{Provider: "gcp", Type: "regular", Service: "Compute Engine"}, bill.Usage},
		{bill.Marks{Provider: "gcp", Type: "tax"}, bill.Tax},
		{bill.Marks{Provider: "gcp", Type: "rounding_error"}, bill.Rounding},
		{bill.Marks{Provider: "gcp", Type: "adjustment"}, bill.Adjustment},
		// none and unknown
		{bill.Marks{}, bill.Usage},
		{bill.Marks{Type: "NULL"}, bill.Usage},
		{bill.Marks{Type: "Levy"}, bill.UnknownCharge},
	} {
		if got := bill.Charge(test.marks); got != test.want {
			t.Errorf("Charge(%+v) = %s, want %s", test.marks, got, test.want)
		}
	}
}

// What was used was spent on; a promise to use, a tax or a credit is neither.
func TestKinds(t *testing.T) {
	for kind, want := range map[bill.Kind][2]bool{
		bill.Usage: {true, true}, bill.CommitmentUsed: {true, true}, bill.Correction: {true, true}, bill.Marketplace: {false, true}, bill.Support: {false, true}, bill.Purchase: {false, true},
		bill.CommitmentUnused: {}, bill.CommitmentPurchase: {}, bill.Tax: {}, bill.Credit: {}, bill.Refund: {}, bill.Discount: {}, bill.Rounding: {}, bill.Adjustment: {}, bill.UnknownCharge: {},
	} {
		if got := [2]bool{kind.Used(), kind.Spent()}; got != want {
			t.Errorf("%s: used and spent are %v, want %v", kind, got, want)
		}
	}
}
