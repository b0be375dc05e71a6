package org.ilium.web;

/** A link to the page that something refused was done on. */
record WayBack(String href, String label) {}
