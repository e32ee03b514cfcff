package bill_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/inventory/bill"
)

// A want is a use in a few words: category/variant, product, amount of a measure for
// one unit.
type want struct {
	category, product, perUnit, measure string
	because                             bill.Reason
}

func (w want) check(t *testing.T, line bill.Line) {
	t.Helper()
	use, ok := bill.Classify(line)
	if ok != (w.category != "") {
		t.Errorf("%+v: %v, %+v", line, ok, use)
		return
	}
	category := use.Category
	if use.Variant != "" {
		category += "/" + use.Variant
	}
	if category != w.category || use.Product != w.product || use.Measure != w.measure || use.Because != w.because {
		t.Errorf("%+v:\n got %s %q in %q (%s)\nwant %s %q in %q (%s)", line, category, use.Product, use.Measure, use.Because, w.category, w.product, w.measure, w.because)
	}
	if w.perUnit != "" && !use.PerUnit.Equal(decimal.RequireFromString(w.perUnit)) {
		t.Errorf("%+v: one is %s %s, want %s", line, use.PerUnit, use.Measure, w.perUnit)
	}
}

func hours(product string) want {
	return want{"cloud-compute", product, "1", "h", bill.Instance}
}

func hoursOf(variant, product string) want {
	return want{"cloud-compute/" + variant, product, "1", "h", bill.Instance}
}

// A month is 730 h, so that a GB-month is 730 GB.h.
func months(variant string) want {
	return want{"cloud-storage/" + variant, "", "730", "GB.h", bill.Storage}
}

func carried(variant string) want {
	return want{"cloud-transfer/" + variant, "", "1", "GB", bill.Transfer}
}

func none(because bill.Reason) want { return want{because: because} }

func TestAmazonUsageTypes(t *testing.T) {
	const (
		ec2, rds, s3 = "AmazonEC2", "AmazonRDS", "AmazonS3"
		hrs, gb, mo  = "Hrs", "GB", "GB-Mo"
	)
	for _, test := range []struct {
		service, usageType, operation, unit string
		want                                want
	}{
		{ec2, "BoxUsage:m5.2xlarge", "RunInstances", hrs, hours("m5.2xlarge")},
		{ec2, "EUW2-SpotUsage:c6g.large", "RunInstances:SV001", hrs, hours("c6g.large")},
		{ec2, "EU-DedicatedUsage:m7i-flex.xlarge", "RunInstances:0002", hrs, hours("m7i-flex.xlarge")},
		{ec2, "UnusedBox:u-6tb1.metal", "RunInstances", hrs, hours("u-6tb1.metal")},
		{ec2, "EUW1-HostUsage:m5", "RunInstances", hrs, want{"cloud-compute", "m5.metal", "1", "h", bill.Host}},
		{ec2, "EUW1-HostBoxUsage:m5.large", "RunInstances", hrs, none(bill.Elsewhere)},
		{ec2, "Reservation:m5.large", "RunInstances", hrs, none(bill.Elsewhere)},
		{ec2, "EBSOptimized:c5.large", "Hourly", hrs, none(bill.Surcharge)},
		{ec2, "CPUCredits:t3", "RunInstances", "vCPU-Hours", none(bill.Surcharge)},
		{"ElasticMapReduce", "BoxUsage:m5.xlarge", "RunInstances", hrs, none(bill.Surcharge)},
		{"AmazonEKS", "USE1-AmazonEKS-Hours:perCluster", "CreateOperation", hrs, none(bill.ByTheHour)},
		{"awsmarketplace", "SoftwareUsage:aws:m5.xlarge", "Hourly", hrs, none(bill.Software)},
		{ec2, "EUW2-NatGateway-Hours", "NatGateway", hrs, none(bill.ByTheHour)},
		{ec2, "LoadBalancerUsage", "LoadBalancing:Application", hrs, none(bill.ByTheHour)},
		{ec2, "LCUUsage", "LoadBalancing:Application", "LCU-Hrs", none(bill.Counted)},

		{rds, "EUW2-InstanceUsage:db.m5.large", "CreateDBInstance:0014", hrs, hoursOf("database", "m5.large")},
		{rds, "EUW2-Multi-AZUsage:db.r6g.xlarge", "CreateDBInstance:0014", hrs, want{"cloud-compute/database", "r6g.xlarge", "2", "h", bill.Standby}},
		{rds, "RDS:ProxyUsage", "CreateDBProxy", "vCPU-Hours", none(bill.Surcharge)},
		{rds, "Aurora:ServerlessV2Usage", "CreateDBInstance:0021", "ACU-Hr", none(bill.Counted)},
		{"AmazonElastiCache", "NodeUsage:cache.t3.micro", "CreateCacheCluster:0002", hrs, hoursOf("cache", "t3.micro")},
		{"AmazonES", "ESInstance:m5.large", "ESDomain", hrs, hoursOf("search", "m5.large")},
		{"AmazonRedshift", "Node:ra3.4xlarge", "RunComputeNode:0001", hrs, hoursOf("warehouse", "ra3.4xlarge")},
		{"AmazonRedshift", "RMS:ra3.4xlarge", "", mo, months("ssd")},
		{"AmazonSageMaker", "Host:ml.m5.large", "RunInstance", hrs, hoursOf("machine-learning", "m5.large")},

		{"AmazonECS", "Fargate-vCPU-Hours:perCPU", "", "hours", want{"cloud-compute", "", "1", "vCPU.h", bill.Processors}},
		{"AmazonECS", "Fargate-GB-Hours", "", "hours", want{"cloud-memory", "", "1", "GB.h", bill.Memory}},
		{"AmazonECS", "Fargate-EphemeralStorage-GB-Hours", "", "GB-Hours", want{"cloud-storage/ssd", "", "1", "GB.h", bill.Storage}},
		{"AmazonECS", "ECS-EC2-vCPU-Hours", "", "vCPU-Hours", none(bill.Surcharge)},
		{"AWSLambda", "EUW2-Lambda-GB-Second", "Invoke", "Lambda-GB-Second", want{"cloud-memory", "", "0.000277777777777777777777777778", "GB.h", bill.Function}},
		{"AWSLambda", "Lambda-Provisioned-GB-Second", "Invoke", "Lambda-GB-Second", none(bill.Elsewhere)},
		{"AWSLambda", "Request", "Invoke", "Requests", none(bill.Counted)},

		{ec2, "EUW2-EBS:VolumeUsage.gp3", "CreateVolume-Gp3", mo, months("ssd")},
		{ec2, "EBS:VolumeUsage.gp2", "CreateVolume-Gp2", mo, months("ssd")},
		{ec2, "EBS:VolumeUsage.piops", "CreateVolume-P-IOPS", mo, months("ssd")},
		{ec2, "EBS:VolumeUsage.io2", "CreateVolume-P-IOPS", mo, months("ssd")},
		{ec2, "EBS:VolumeUsage.st1", "CreateVolume-ST1", mo, months("hdd")},
		{ec2, "EBS:VolumeUsage.sc1", "CreateVolume-SC1", mo, months("hdd")},
		{ec2, "EBS:VolumeUsage", "CreateVolume", mo, months("hdd")},
		{ec2, "EBS:VolumeP-IOPS.gp3", "CreateVolume-Gp3", "IOPS-Mo", none(bill.Counted)},
		{ec2, "EBS:VolumeP-Throughput.gp3", "CreateVolume-Gp3", "GiBps-mo", none(bill.Performance)},
		{ec2, "EBS:SnapshotUsage", "CreateSnapshot", mo, want{"cloud-storage/object", "", "730", "GB.h", bill.Snapshot}},
		{ec2, "EBS:SnapshotArchiveStorage", "SnapshotArchive", mo, want{"cloud-storage/archive", "", "730", "GB.h", bill.Snapshot}},
		{rds, "EUW2-RDS:GP2-Storage", "CreateDBInstance:0014", mo, months("ssd")},
		{rds, "EUW2-RDS:Multi-AZ-GP3-Storage", "CreateDBInstance:0014", mo, want{"cloud-storage/ssd", "", "1460", "GB.h", bill.Standby}},
		{rds, "RDS:StorageUsage", "CreateDBInstance", mo, months("hdd")},
		{rds, "Aurora:StorageUsage", "CreateDBInstance:0021", mo, months("ssd")},
		{rds, "RDS:ChargedBackupUsage", "CreateDBSnapshot", mo, want{"cloud-storage/object", "", "730", "GB.h", bill.Snapshot}},
		{s3, "EUW2-TimedStorage-ByteHrs", "StandardStorage", mo, months("object")},
		{s3, "TimedStorage-SIA-ByteHrs", "StandardIAStorage", mo, months("object")},
		{s3, "TimedStorage-GlacierByteHrs", "GlacierStorage", mo, months("archive")},
		{s3, "TimedStorage-GDA-ByteHrs", "DeepArchiveStorage", mo, months("archive")},
		{s3, "TimedStorage-GIR-ByteHrs", "GlacierInstantRetrievalStorage", mo, months("object")},
		{s3, "EarlyDelete-ByteHrs", "DeleteObject", mo, none(bill.Surcharge)},
		{s3, "TimedStorage-SIA-SmObjects", "StandardIASizeOverhead", mo, none(bill.Surcharge)},
		{s3, "Requests-Tier1", "PutObject", "Requests", none(bill.Counted)},
		{s3, "Retrieval-SIA", "GetObject", gb, none(bill.Processed)},
		{"AmazonEFS", "EUW2-TimedStorage-ByteHrs", "", mo, months("ssd")},
		{"AmazonEFS", "EUW2-IATimedStorage-ByteHrs", "", mo, months("hdd")},
		{"AmazonFSx", "EUW2-Storage.MultiAZ:SSD", "", mo, months("ssd")},
		{"AmazonCloudWatch", "EUW2-TimedStorage-ByteHrs", "HourlyStorageMetering", mo, months("object")},
		{"AmazonDynamoDB", "TimedStorage-ByteHrs", "StandardStorage", mo, months("ssd")},

		{ec2, "EUW2-DataTransfer-Out-Bytes", "RunInstances", gb, carried("internet")},
		{ec2, "EUW2-DataTransfer-In-Bytes", "RunInstances", gb, carried("internet")},
		{s3, "EUW2-USE1-AWS-Out-Bytes", "GetObject", gb, carried("region")},
		{s3, "EUW2-USE1-AWS-In-Bytes", "PutObject", gb, none(bill.OtherSide)},
		{ec2, "EUW2-DataTransfer-Regional-Bytes", "InterZone-Out", gb, carried("zone")},
		{ec2, "EUW2-DataTransfer-Regional-Bytes", "InterZone-In", gb, none(bill.OtherSide)},
		{ec2, "EUW2-DataTransfer-Regional-Bytes", "RunInstances", gb, want{"cloud-transfer/zone", "", "0.5", "GB", bill.BothSides}},
		{rds, "EUW2-DataTransfer-xAZ-Out-Bytes", "", gb, carried("zone")},
		{rds, "EUW2-DataTransfer-xAZ-In-Bytes", "", gb, none(bill.OtherSide)},
		{ec2, "EUW2-CloudFront-Out-Bytes", "RunInstances", gb, carried("region")},
		{ec2, "EUW2-CloudFront-In-Bytes", "RunInstances", gb, none(bill.OtherSide)},
		{"AmazonCloudFront", "EU-DataTransfer-Out-Bytes", "GET", gb, carried("internet")},
		{"AmazonCloudFront", "EU-DataTransfer-Out-OBytes", "POST", gb, carried("region")},
		{ec2, "EUW2-NatGateway-Bytes", "NatGateway", gb, none(bill.Processed)},
		{"AmazonVPC", "EUW2-VpcEndpoint-Bytes", "VpcEndpoint", gb, none(bill.Processed)},
		{"AmazonCloudWatch", "EUW2-DataProcessing-Bytes", "PutLogEvents", gb, none(bill.Processed)},
		{"AmazonXYZ", "EUW2-Something", "", gb, none(bill.UnknownLine)},
		{"AmazonXYZ", "EUW2-Something", "", "Flurbs", none(bill.UnknownUnit)},
		{"awskms", "EUW2-KMS-Keys", "", "Keys", none(bill.Counted)},
	} {
		test.want.check(t, bill.Line{Provider: "AWS", Service: test.service, UsageType: test.usageType, Operation: test.operation, Unit: test.unit})
	}
}

// Descriptions as FOCUS exports of Amazon have them, which have no usage types.
func TestAmazonDescriptions(t *testing.T) {
	const (
		ec2 = "Amazon Elastic Compute Cloud"
		rds = "Amazon Relational Database Service"
		mo  = "GB-Months"
	)
	for _, test := range []struct {
		service, description, unit string
		want                       want
	}{
		{ec2, "$0.096 per On Demand Linux m5.large Instance Hour", "Hours", hours("m5.large")},
		{ec2, "c5.xlarge Linux/UNIX Spot Instance-hour in EU (London) in VPC Zone #2", "Hours", hours("c5.xlarge")},
		{ec2, "Linux/UNIX (Amazon VPC), m5.large reserved instance applied", "Hours", hours("m5.large")},
		{ec2, "$0.00 for 1175 Mbps per c6a.4xlarge instance-hour (or partial hour)", "Hours", none(bill.Surcharge)},
		{ec2, "$0.048 per NAT Gateway Hour", "Hours", none(bill.ByTheHour)},
		{ec2, "$0.116 per GB-month of General Purpose SSD (gp2) provisioned storage - EU (London)", mo, months("ssd")},
		{ec2, "$0.0928 per GB-month of General Purpose (gp3) provisioned storage - EU (London)", mo, months("ssd")},
		{ec2, "$0.053 per GB-month of Throughput Optimized HDD (st1) provisioned storage - EU (London)", mo, months("hdd")},
		{ec2, "$0.055 per GB-month of Magnetic provisioned storage - EU (Ireland)", mo, months("hdd")},
		{ec2, "$0.053 per GB-Month of snapshot data stored - EU (London)", mo, want{"cloud-storage/object", "", "730", "GB.h", bill.Snapshot}},
		{ec2, "$0.0058 per provisioned IOPS-month of gp3 - EU (London)", "IOPS-Months", none(bill.Counted)},
		{ec2, "$0.0464 per provisioned MiBps-month of gp3 - EU (London)", "GiB/Second-Months", none(bill.Performance)},
		{ec2, "$0.000 per GB - data transfer in per month", "GB", carried("internet")},
		{ec2, "$0.085 per GB - next 40 TB / month data transfer out", "GB", carried("internet")},
		{ec2, "$0.090 per GB - first 10 TB / month data transfer out beyond the global free tier", "GB", carried("internet")},
		{ec2, "$0.02 per GB - EU (London) data transfer to EU (Ireland)", "GB", carried("region")},
		{ec2, "$0.00 per GB - EU (Ireland) data transfer from EU (London)", "GB", none(bill.OtherSide)},
		{ec2, "USD 0.02 per GB for EUN1-AWS-Out-Bytes in EU (London)", "GB", carried("region")},
		{ec2, "$0.010 per GB - regional data transfer - in/out/between EC2 AZs or using elastic IPs or ELB", "GB", want{"cloud-transfer/zone", "", "0.5", "GB", bill.BothSides}},
		{ec2, "$0.00 per GB data transfer out of EU (London) to CloudFront", "GB", carried("region")},
		{ec2, "$0.00 per GB data transfer in to EU (London) from CloudFront", "GB", none(bill.OtherSide)},
		{ec2, "$0.048 per GB Data Processed by NAT Gateways", "GB", none(bill.Processed)},
		{rds, "USD 0.039 per db.t3.micro Single-AZ instance hour (or partial hour) running SQL Server Exp (LI)", "Hours", hoursOf("database", "t3.micro")},
		{rds, "$0.414 per RDS db.m5.large Multi-AZ instance hour (or partial hour) running PostgreSQL", "Hours", want{"cloud-compute/database", "m5.large", "2", "h", bill.Standby}},
		{rds, "USD 0.12 per hour per vCPU running RDS Extended Support for MySQL 5.7 in Year 1, Year 2", "vCPU-Hours", none(bill.Surcharge)},
		{rds, "$0.11 per GB-month of consumed storage (Aurora PostgreSQL)", mo, months("ssd")},
		{"AWS Lambda", "AWS Lambda - Total Compute - EU (London)-Tier-1", "Seconds", want{"cloud-memory", "", "0.000277777777777777777777777778", "GB.h", bill.Function}},
		{"AWS Lambda", "AWS Lambda - Total Compute (Provisioned) - EU (London)", "Lambda-GB-Seconds", none(bill.Elsewhere)},
		{"Amazon Elastic Container Service", "AWS Fargate - vCPU  - EU (London)", "Hours", want{"cloud-compute", "", "1", "vCPU.h", bill.Processors}},
		{"Amazon Elastic Container Service", "AWS Fargate - ARM - Memory - EU (London)", "Hours", want{"cloud-memory", "", "1", "GB.h", bill.Memory}},
		{"Amazon Simple Storage Service", "$0.024 per GB - first 50 TB / month of storage used", mo, months("object")},
		{"Amazon Elastic File System", "USD 0.0272 per GB-Mo for Infrequent Access storage with Elastic Throughput (EUW2)", mo, months("hdd")},
		{"Amazon Elastic File System", "USD 0.04 per GB for Elastic Throughput reads (EUW2)", "GB", none(bill.Processed)},
		{"AmazonCloudWatch", "$0.0315 per GB-mo of log storage - EU (London)", mo, months("object")},
		{"AmazonCloudWatch", "$0.5985 per GB custom log data ingested in Standard log class - EU (London)", "GB", none(bill.Processed)},
		{"Amazon EC2 Container Registry (ECR)", "$0.10 per GB-month of data storage", mo, months("object")},
		{"Amazon Virtual Private Cloud", "$0.005 per In-use public IPv4 address per hour", "Hours", none(bill.ByTheHour)},
	} {
		test.want.check(t, bill.Line{Provider: "AWS", Service: test.service, Description: test.description, Unit: test.unit})
	}
}

func TestAzureMeters(t *testing.T) {
	// A P10 has 128 GiB: 128 × 1.073741824 GB × 730 h = 100330.43603456 GB.h a month.
	const p10 = "100330.43603456"
	for _, test := range []struct {
		category, sub, meter, product, unit, details string
		want                                         want
	}{
		{"Virtual Machines", "Dv3/DSv3 Series", "D2 v3/D2s v3", "Virtual Machines Dv3/DSv3 Series - D2 v3/D2s v3 - UK South", "1 Hour", `{"ServiceType":"Standard_D2s_v3","VCPUs":2}`, hours("d2s v3")},
		{"Virtual Machines", "Dv3/DSv3 Series", "D2 v3/D2s v3", "", "1 Hour", "", hours("d2 v3")},
		{"Virtual Machines", "Dv3/DSv3 Series Windows", "D4 v3/D4s v3 Low Priority", "", "100 Hours", "", want{"cloud-compute", "d4 v3", "100", "h", bill.Instance}},
		{"Virtual Machines", "Esv5 Series", "E16s v5 Spot", "", "1 Hour", `{"broken`, hours("e16s v5")},
		{"Virtual Machines", "BS Series", "B1s", "", "1 Hour", "", hours("b1s")},
		{"Virtual Machines", "NCads A100 v4 Series", "", "", "1 Hour", `{"ServiceType":"Standard_NC24ads_A100_v4"}`, hours("nc24ads a100 v4")},
		{"Virtual Machines Licenses", "Windows Server", "2 vCPU VM License", "", "1 Hour", "", none(bill.Software)},
		{"Storage", "Premium SSD Managed Disks", "P10 LRS Disk", "", "1/Month", "", want{"cloud-storage/ssd", "", p10, "GB.h", bill.Disk}},
		{"Storage", "Standard SSD Managed Disks", "E10 Disks", "", "1/Month", "", want{"cloud-storage/ssd", "", p10, "GB.h", bill.Disk}},
		{"Storage", "Standard HDD Managed Disks", "S10 LRS Disk", "", "1/Month", "", want{"cloud-storage/hdd", "", p10, "GB.h", bill.Disk}},
		{"Storage", "Premium SSD Managed Disks", "P10 LRS Disk Mount", "", "1/Month", "", none(bill.Surcharge)},
		{"Storage", "Standard HDD Managed Disks", "Disk Operations", "", "10K", "", none(bill.Counted)},
		{"Storage", "Ultra Disks", "Ultra LRS Provisioned Capacity", "", "1 GiB/Hour", "", want{"cloud-storage/ssd", "", "1.073741824", "GB.h", bill.Storage}},
		{"Storage", "Standard SSD Managed Disks", "LRS Snapshots", "", "1 GB/Month", "", want{"cloud-storage/object", "", "730", "GB.h", bill.Snapshot}},
		{"Storage", "Tiered Block Blob", "Hot LRS Data Stored", "", "1 GB/Month", "", months("object")},
		{"Storage", "Tiered Block Blob", "Hot RA-GRS Data Stored", "", "1 GB/Month", "", want{"cloud-storage/object", "", "1460", "GB.h", bill.SecondCopy}},
		{"Storage", "Tiered Block Blob", "Archive LRS Data Stored", "", "1 GB/Month", "", months("archive")},
		{"Storage", "Premium Block Blob", "Premium LRS Data Stored", "", "100 GB/Month", "", want{"cloud-storage/ssd", "", "73000", "GB.h", bill.Storage}},
		{"Storage", "Standard Page Blob", "LRS Data Stored", "", "1 GB/Month", "", months("hdd")},
		{"Storage", "Tables", "LRS Data Stored", "", "1 GB/Month", "", months("object")},
		{"Storage", "Tiered Block Blob", "GRS List and Create Container Operations", "", "10K", "", none(bill.Counted)},
		{"Log Analytics", "", "Pay-as-you-go Data Retention", "", "1 GB/Month", "", months("object")},
		{"Azure Database for MySQL", "Basic - Compute Gen5", "2 vCore", "", "1 Hour", "", want{"cloud-compute/database", "", "2", "vCPU.h", bill.Processors}},
		{"SQL Database", "Single/Elastic Pool General Purpose - Compute Gen5", "vCore", "", "1 Hour", "", want{"cloud-compute/database", "", "1", "vCPU.h", bill.Processors}},
		{"SQL Managed Instance", "Managed Instance General Purpose - SQL License", "vCore", "", "1 Hour", `{"AHB":"True","vCores":4}`, none(bill.Software)},
		{"SQL Database", "Single Basic", "B DTU", "", "1/Day", "", none(bill.ByTheHour)},
		{"SQL Database", "Single/Elastic Pool General Purpose - Storage", "Data Stored", "", "1 GB/Month", "", months("ssd")},
		{"Azure Database for PostgreSQL", "Flexible Server Burstable BS Series Compute", "B1MS", "", "1 Hour", "", hoursOf("database", "b1ms")},
		{"Container Instances", "", "Standard vCPU Duration", "", "1 Hour", "", want{"cloud-compute", "", "1", "vCPU.h", bill.Processors}},
		{"Container Instances", "", "Standard Memory Duration", "", "1 GB Hour", "", want{"cloud-memory", "", "1", "GB.h", bill.Memory}},
		{"Functions", "", "Standard Execution Time", "", "50000 GB Seconds", "", want{"cloud-memory", "", "13.888888888888888888888888888889", "GB.h", bill.Memory}},
		{"Bandwidth", "", "Standard Data Transfer Out", "Rtn Preference: MGN - Standard Data Transfer Out - Zone 1", "1 GB", "", carried("internet")},
		{"Bandwidth", "", "Standard Data Transfer In", "", "10 GB", "", want{"cloud-transfer/internet", "", "10", "GB", bill.Transfer}},
		{"Bandwidth", "Inter-Region", "Intra Continent Data Transfer Out", "", "1 GB", "", carried("region")},
		{"Virtual Network", "Virtual Network Peering", "Intra-Region Egress", "Virtual Network Peering - Intra-Region Egress", "100 GB", "", want{"cloud-transfer/zone", "", "100", "GB", bill.Transfer}},
		{"Virtual Network", "Virtual Network Peering", "Intra-Region Ingress", "Virtual Network Peering - Intra-Region Ingress", "100 GB", "", none(bill.OtherSide)},
		{"Load Balancer", "Standard", "Standard Data Processed", "", "1 GB", "", none(bill.Processed)},
		{"Virtual Network", "IP Addresses", "Standard IPv4 Static Public IP", "", "1 Hour", "", none(bill.ByTheHour)},
		{"Advanced Threat Protection", "Key Vault", "Standard Transactions", "Microsoft Defender for Key Vault - Standard Transactions", "10K", "", none(bill.Software)},
	} {
		test.want.check(t, bill.Line{
			Provider: "Microsoft", Service: test.category, SubService: test.sub, Meter: test.meter, Product: test.product, Unit: test.unit, Details: test.details,
		})
	}
}

// FOCUS exports of Azure have the product as the description, and units of their own.
func TestAzureDescriptions(t *testing.T) {
	for _, test := range []struct {
		service, description, unit string
		want                       want
	}{
		{"Azure Machine Learning", "Virtual Machines Dv2/DSv2 Series - D11 v2/DS11 v2 - US East 2", "Hours", hours("d11 v2")},
		{"Virtual Machines", "Premium SSD Managed Disks - P4 LRS - US East", "Units/Month", want{"cloud-storage/ssd", "", "25082.60900864", "GB.h", bill.Disk}},
		{"Storage Accounts", "Tiered Block Blob - Hot LRS - Data Stored - US West", "GB/Month", months("object")},
		{"Azure DB for MySQL", "Azure Database for MySQL Single Server General Purpose - Storage - Data Stored - US East", "GB/Month", months("ssd")},
		{"Azure Kubernetes Service", "Microsoft Defender for Containers - Standard vCore vCore Pack", "Units/Hour", none(bill.Software)},
		{"Storage Accounts", "Files - List Operations", "Units", none(bill.Counted)},
	} {
		test.want.check(t, bill.Line{Provider: "Microsoft", Service: test.service, Description: test.description, Unit: test.unit})
	}
}

func TestGoogleSKUs(t *testing.T) {
	const compute = "Compute Engine"
	// A byte-second is 10⁻⁹ GB ÷ 3600 h: 2.77…·10⁻¹³ GB.h.
	const byteSecond = "0.000000000000277777777777777778"
	for _, test := range []struct {
		service, sku, unit string
		want               want
	}{
		{compute, "N1 Predefined Instance Core running in London", "hour", want{"cloud-compute", "", "1", "vCPU.h", bill.Processors}},
		{compute, "Spot Preemptible E2 Instance Core running in EMEA", "seconds", want{"cloud-compute", "", "0.000277777777777777777777777778", "vCPU.h", bill.Processors}},
		{compute, "N1 Predefined Instance Ram running in London", "gibibyte hour", want{"cloud-memory", "", "1.073741824", "GB.h", bill.Memory}},
		{compute, "E2 Instance Ram running in Paris", "byte-seconds", want{"cloud-memory", "", byteSecond, "GB.h", bill.Memory}},
		{compute, "Micro Instance with burstable CPU running in EMEA", "hour", hours("f1-micro")},
		{compute, "Commitment v1: Cpu in London for 1 Year", "hour", none(bill.Commitment)},
		{compute, "Nvidia Tesla T4 GPU running in London", "hour", none(bill.Software)},
		{compute, "Licensing Fee for Debian (CPU cost)", "hour", none(bill.Software)},
		{compute, "Storage PD Capacity in London", "gibibyte month", want{"cloud-storage/hdd", "", "783.83153152", "GB.h", bill.Storage}},
		{compute, "SSD backed PD Capacity in London", "gibibyte month", want{"cloud-storage/ssd", "", "783.83153152", "GB.h", bill.Storage}},
		{compute, "Regional SSD backed PD Capacity in London", "gibibyte month", want{"cloud-storage/ssd", "", "1567.66306304", "GB.h", bill.SecondCopy}},
		{compute, "Balanced PD Capacity in Paris", "byte-seconds", want{"cloud-storage/ssd", "", byteSecond, "GB.h", bill.Storage}},
		{compute, "Storage PD Snapshot in London", "gibibyte month", want{"cloud-storage/object", "", "783.83153152", "GB.h", bill.Snapshot}},
		{compute, "Network Internet Egress from EMEA to EMEA", "gibibyte", want{"cloud-transfer/internet", "", "1.073741824", "GB", bill.Transfer}},
		{compute, "Network Internet Data Transfer Out from London to Europe", "bytes", want{"cloud-transfer/internet", "", "0.000000001", "GB", bill.Transfer}},
		{compute, "Network Inter Zone Data Transfer Out", "gibibyte", want{"cloud-transfer/zone", "", "1.073741824", "GB", bill.Transfer}},
		{compute, "Network Inter Zone Ingress", "gibibyte", none(bill.OtherSide)},
		{compute, "Network Inter Region Egress from London to Paris", "gibibyte", want{"cloud-transfer/region", "", "1.073741824", "GB", bill.Transfer}},
		{"Cloud Storage", "Standard Storage London", "gibibyte month", want{"cloud-storage/object", "", "783.83153152", "GB.h", bill.Storage}},
		{"Cloud Storage", "Archive Storage London", "gibibyte month", want{"cloud-storage/archive", "", "783.83153152", "GB.h", bill.Storage}},
		{"Cloud Storage", "Regional Standard Class A Operations", "count", none(bill.Counted)},
		{"Cloud Storage", "Download Worldwide Destinations (excluding Asia & Australia)", "gibibyte", want{"cloud-transfer/internet", "", "1.073741824", "GB", bill.Transfer}},
		{"Cloud SQL", "Cloud SQL for PostgreSQL: Zonal - vCPU in London", "hour", want{"cloud-compute/database", "", "1", "vCPU.h", bill.Processors}},
		{"Cloud SQL", "Cloud SQL for PostgreSQL: Regional - vCPU in London", "hour", want{"cloud-compute/database", "", "2", "vCPU.h", bill.Standby}},
		{"Cloud SQL", "Cloud SQL for PostgreSQL: Regional - RAM in London", "gibibyte hour", want{"cloud-memory/database", "", "2.147483648", "GB.h", bill.Standby}},
		{"Kubernetes Engine", "Autopilot Pod mCPU Requests (europe-west2)", "hour", want{"cloud-compute", "", "0.001", "vCPU.h", bill.Processors}},
		{"Cloud Run", "CPU Allocation Time", "seconds", want{"cloud-compute", "", "0.000277777777777777777777777778", "vCPU.h", bill.Processors}},
		{"Cloud Memorystore for Redis", "Redis Capacity Basic M1 London", "gibibyte hour", want{"cloud-memory", "", "1.073741824", "GB.h", bill.Memory}},
		{"Cloud Logging", "Log Storage cost", "gibibyte", none(bill.Processed)},
	} {
		test.want.check(t, bill.Line{Provider: "Google Cloud", Service: test.service, Meter: test.sku, Unit: test.unit})
	}
}

func TestOracleAndOthers(t *testing.T) {
	for _, test := range []struct {
		line bill.Line
		want want
	}{
		{bill.Line{Provider: "Oracle", Service: "COMPUTE", Description: "Standard - E5", Unit: "OCPU Hours"}, want{"cloud-compute", "", "2", "vCPU.h", bill.Processors}},
		{bill.Line{Provider: "Oracle", Service: "COMPUTE", Description: "Standard - A1", Unit: "OCPU Per Hour"}, want{"cloud-compute", "", "1", "vCPU.h", bill.Processors}},
		{bill.Line{Provider: "Oracle", Service: "COMPUTE", Description: "Standard - A1 - Memory", Unit: "Gigabyte Per Hour"}, want{"cloud-memory", "", "1", "GB.h", bill.Memory}},
		{bill.Line{Provider: "Oracle", Service: "COMPUTE", Description: "Standard - E3 - Memory", Unit: "GB Hours"}, want{"cloud-memory", "", "1", "GB.h", bill.Memory}},
		{bill.Line{Provider: "Oracle", Service: "BLOCK_STORAGE", Description: "Block Volume - Performance Units", Unit: "GB Months"}, none(bill.Performance)},
		{bill.Line{Provider: "Oracle", Service: "BLOCK_STORAGE", Description: "Block Volume - Storage", Unit: "GB Months"}, months("ssd")},
		{bill.Line{Provider: "Oracle", Service: "NETWORK", Description: "Outbound Data Transfer Zone 1", Unit: "GB Months"}, carried("internet")},
		{bill.Line{Provider: "OVHcloud", ServiceCategory: "Compute", Service: "Public Cloud instance", InstanceType: "b2-7", Unit: "Hour"}, hours("b2-7")},
		{bill.Line{Provider: "OVHcloud", Service: "Object Storage", Description: "Object storage", Unit: "GiB-hour"}, want{"cloud-storage/object", "", "1.073741824", "GB.h", bill.Storage}},
		{bill.Line{}, none(bill.UnknownUnit)},
	} {
		test.want.check(t, test.line)
	}
}

// A function with 1,769 MB has one processor: in 3600 s it takes 1769 ÷ 1024 GB.h, and
// one vCPU.h.
func TestFunctionProcessors(t *testing.T) {
	use, ok := bill.Classify(bill.Line{Provider: "aws", Service: "AWSLambda", UsageType: "Lambda-GB-Second", Unit: "Lambda-GB-Second"})
	if !ok || len(use.Also) != 1 {
		t.Fatalf("%v %+v", ok, use)
	}
	gbSeconds := decimal.RequireFromString("6219.140625") // 1769 × 3600 ÷ 1024
	if got := use.Amount(gbSeconds); got.String() != "1.7275390625" {
		t.Errorf("memory: %s GB.h", got)
	}
	if got := use.Also[0].Amount(gbSeconds); got.String() != "1" || use.Also[0].Measure != "vCPU.h" {
		t.Errorf("processors: %s %s", got, use.Also[0].Measure)
	}
}

// Details name machines; a compact line has their type and nothing else of them.
func TestCompact(t *testing.T) {
	line := bill.Line{Provider: "azure", Service: "Virtual Machines", Meter: "D2 v3/D2s v3", Unit: "1 Hour", Details: `{"ServiceType":"Standard_D2s_v3","VMName":"payroll-1"}`}
	compact := bill.Compact(line)
	if compact.Details != "" || compact.InstanceType != "Standard_D2s_v3" {
		t.Errorf("%+v", compact)
	}
	hours("d2s v3").check(t, line)
	hours("d2s v3").check(t, compact)
}

// Every reason of the rules is one that reports have words for.
func TestReasons(t *testing.T) {
	known := make(map[bill.Reason]bool)
	for _, r := range bill.Reasons() {
		known[r] = true
	}
	for _, r := range bill.ReasonsOfRules() {
		if !known[r] {
			t.Errorf("rules have the reason %q", r)
		}
	}
}

func FuzzClassify(f *testing.F) {
	f.Add("aws", "AmazonEC2", "EUW2-BoxUsage:m5.large", "$0.1 per On Demand Linux m5.large Instance Hour", "", "Hrs")
	f.Add("Microsoft", "Storage", "P10 LRS Disk", "Premium SSD Managed Disks - P10 LRS - US East", `{"ServiceType":"Standard_D2s_v3"}`, "1/Month")
	f.Add("gcp", "Compute Engine", "N1 Predefined Instance Core running in London", "", `{"a":[1]}`, "byte-seconds")
	f.Add("oracle", "COMPUTE", "", "Standard - A1", "", "OCPU Per Hour")
	f.Fuzz(func(t *testing.T, provider, service, meter, description, details, unit string) {
		line := bill.Line{Provider: provider, Service: service, Meter: meter, UsageType: meter, Description: description, Details: details, Unit: unit}
		use, ok := bill.Classify(line)
		if again, _ := bill.Classify(bill.Compact(line)); again.Product != use.Product || again.Because != use.Because || !again.PerUnit.Equal(use.PerUnit) {
			t.Errorf("compact: %+v, not %+v", again, use)
		}
		if use.Because == "" {
			t.Errorf("no reason: %+v", use)
		}
		if ok != (use.Category != "") || ok && (use.Measure == "" || !use.PerUnit.IsPositive()) || ok && use.Measure == "h" && use.Product == "" {
			t.Errorf("%v %+v", ok, use)
		}
	})
}
