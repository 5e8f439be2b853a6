"""Pictures of the published tables."""
