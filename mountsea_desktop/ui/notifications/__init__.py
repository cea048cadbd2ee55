"""What is told to somebody who looks elsewhere, or who listens to a screen reader."""
