/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_LETTER_PAPER (tranche_letter_paper_get_type ())
G_DECLARE_FINAL_TYPE (TrancheLetterPaper, tranche_letter_paper, TRANCHE, LETTER_PAPER, GObject)

/**
 * TrancheLetterPaper:
 *
 * A letter laid out on paper: a title, sections of names and values in two
 * columns, and the number of the page at the foot. A heading stays with what
 * follows it, and what is longer than a page goes on on the next one.
 *
 * All measures are points; @context has to be of 72 dots per inch. The origin
 * is the upper left corner of the room that the margins leave.
 */
/* @sections: (element-type TrancheContractSection): only looked at here. */
TrancheLetterPaper *tranche_letter_paper_new         (PangoContext       *context,
                                                      const char         *title,
                                                      const char         *subtitle,
                                                      GPtrArray          *sections,
                                                      double              width,
                                                      double              height);
guint               tranche_letter_paper_get_n_pages (TrancheLetterPaper *self);
/* @page: counted from 0. */
void                tranche_letter_paper_draw        (TrancheLetterPaper *self,
                                                      cairo_t            *cr,
                                                      guint               page);

G_END_DECLS
