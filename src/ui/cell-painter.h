/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_CELL_PAINTER (tranche_cell_painter_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCellPainter, tranche_cell_painter, TRANCHE, CELL_PAINTER, GObject)

/**
 * TrancheCellPaint:
 * @text: what the cell says
 * @icon_name: (nullable): of the symbolic icon before it
 * @tabular: digits have the same width
 * @at_end: the text stands at the end of the cell
 * @keeps_end: where there is no room for all of it, its end is shown, too
 *
 * What a cell looks like.
 */
typedef struct {
  const char *text;
  const char *icon_name;
  gboolean tabular;
  gboolean at_end;
  gboolean keeps_end;
} TrancheCellPaint;

/**
 * TrancheCellPainter:
 *
 * Draws the cells of a list, which are thousands of one font: it keeps the text's
 * layout and the sizes of the font for all of them, and each has but a node.
 */
TrancheCellPainter *tranche_cell_painter_new        (GtkWidget              *view);
/* Which font it is; another number after it has changed. */
guint               tranche_cell_painter_get_serial (TrancheCellPainter     *self);
/* Pixels of a line, and from its top to the baseline. */
int                 tranche_cell_painter_get_height (TrancheCellPainter     *self,
                                                     int                    *baseline);
/* Pixels that hold @n_chars digits or letters of usual width. */
int                 tranche_cell_painter_get_width  (TrancheCellPainter     *self,
                                                     guint                   n_chars);
/* Draws into @cell, in its colour and direction. */
void                tranche_cell_painter_paint      (TrancheCellPainter     *self,
                                                     const TrancheCellPaint *paint,
                                                     GtkWidget              *cell,
                                                     GtkSnapshot            *snapshot);

/* Whether what is painted there is cut short. */
gboolean            tranche_cell_painter_cuts       (TrancheCellPainter     *self,
                                                     const TrancheCellPaint *paint,
                                                     GtkWidget              *cell);

G_END_DECLS
