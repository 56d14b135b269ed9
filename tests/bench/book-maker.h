/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BookPlan:
 * @n_orders: how many orders
 * @seed: the same seed, number and day give the same orders
 * @now: the last moment of the book
 *
 * A book that a shop could have written in two years at three banks.
 */
typedef struct {
  guint n_orders;
  guint32 seed;
  GDateTime *now;
} BookPlan;

/* Writes the book at @path, where no file may be. */
gboolean book_maker_write (const char      *path,
                           const BookPlan  *plan,
                           GError         **error);

G_END_DECLS
