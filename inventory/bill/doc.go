// Package bill says what a line of a cloud provider's bill is a use of: so many
// hours of an instance of a type, of processors and of memory, so much storage for
// so long, so much data carried; and where. It knows the words of Amazon's, Microsoft's,
// Google's and Oracle's bills, as the providers export them and as FOCUS does, and
// the units that they count in. It reads no files: a reader of bills does, and asks.
//
//	kind := bill.Charge(marks)      // usage, or a tax, a credit, a commitment …
//	if kind.Used() {
//		use, ok := bill.Classify(line)  // 24 h of aws:m5.large
//		amount := use.Amount(quantity)
//	}
//	place, ok := bill.Region(bill.Provider("AWS"), "eu-west-2")  // GB
//
// All functions are pure; what they know is in data, in the folder of that name,
// whose files say where it comes from.
//
// # What counts, and what does not
//
// A line counts where it says that equipment was used, and how much of it. Requests,
// keys, operations, provisioned speed, licences and control planes are no
// amount of equipment: for them [Classify] returns false, and a caller goes by what
// they cost. It does so too for what other lines of the same bill count: what is paid
// on top of instances, data that a gateway processes and that are transferred
// besides. [Use.Because] tells these apart, also where nothing was found.
//
// Instances. An hour counts once, whatever was paid for it: on demand, spot, reserved,
// or kept free unused. A database with a standby in another zone is two instances. A
// dedicated host counts as the largest instance of its family, and instances on it
// not at all. Instances of databases, caches and clusters have the type without
// the product's prefix (db.m5.large is m5.large) and the product as variant.
//
// Functions (AWS Lambda, Azure Functions) are billed by their memory, which is what they
// count as; the processors that come with the memory, where the provider says how
// many, are in [Use.Also].
//
// Storage counts as billed: what the customer stores or has set aside. The copies
// that a provider keeps within a region are in the factor; those that the customer
// chose and pays for in another zone or region (a standby's disks, geo-redundant
// storage) count twice. Azure's disks count with the size of their tier.
//
// Transfer. A gigabyte that two lines of a bill show counts once. Between regions, and
// between a region and the edge, the side that sends counts; the other side's line has
// the reason [OtherSide]. What comes in from the internet counts, for no other line
// has it. AWS lists a transfer between zones once for each end, with the same usage
// type: where the operation says which end it is, the sending end counts, and where
// nothing does, each of the two lines counts half. Whoever has the bill of
// one end only, say because the other is another organisation's, misses what it
// received from other regions and half of what crossed zones.
//
// # Units
//
// A month is 730 hours. A GB is 10⁹ bytes and a GiB is 2³⁰, as they are written; AWS
// writes GB for what it measures in GiB, so that its storage counts up to 7 % low.
package bill
