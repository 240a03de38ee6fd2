"""What leaves a project: bundles and reports; and what the verification of one found."""
