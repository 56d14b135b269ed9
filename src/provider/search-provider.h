/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_SEARCH_PROVIDER (tranche_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSearchProvider, tranche_search_provider, TRANCHE, SEARCH_PROVIDER, GApplication)

/**
 * TrancheSearchProvider:
 *
 * Finds orders for the search of the desktop, as
 * org.gnome.Shell.SearchProvider2 asks for them. It is a program of its own, so
 * that a search does not start the whole one: it looks into the book, tells, and
 * ends when it was not asked for a while. What somebody chooses is shown by the
 * program itself.
 */
TrancheSearchProvider *tranche_search_provider_new (const char *book_path);

G_END_DECLS
