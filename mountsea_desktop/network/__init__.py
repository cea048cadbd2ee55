"""The way out of this computer, whoever is on it: proxy, certificates, and look-ups that may hang."""
