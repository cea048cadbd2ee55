"""How requests leave this computer: proxy, certificates, connections that never got ready."""
