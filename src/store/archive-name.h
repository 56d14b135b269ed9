/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new name beside the book, "/…/orders-archive-2026-11-22.db-pending".
 * (transfer full) */
char *tranche_archive_name_pending  (const char *book_path);
/* "/…/orders-archive-2026-11-22.db". (transfer full) */
char *tranche_archive_name_finished (const char *pending);

G_END_DECLS
