"""From an outline to a public site: plan, render, pour, publish."""
