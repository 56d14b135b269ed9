/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrancheLetter:
 * @title: of the letter and of the print job; no personal data
 * @subtitle: under it
 * @sections: (element-type TrancheContractSection)
 *
 * What is printed or saved. Every field is owned.
 */
typedef struct {
  char *title;
  char *subtitle;
  GPtrArray *sections;
} TrancheLetter;

/* @sections: (transfer none): a reference is taken. */
TrancheLetter *tranche_letter_new          (const char           *title,
                                            const char           *subtitle,
                                            GPtrArray            *sections);
void           tranche_letter_free         (TrancheLetter        *self);

/* The letter as a PDF file on A4. (transfer full) */
GBytes        *tranche_letter_to_pdf       (TrancheLetter        *letter,
                                            GError              **error);

/* Shows the print dialog over @parent and prints on A4 unless told otherwise.
 * Completes when the job was handed to the printer; a closed dialog is
 * %G_IO_ERROR_CANCELLED. @letter: (transfer full). @parent: (nullable) */
void           tranche_letter_print_async  (TrancheLetter        *letter,
                                            GtkWindow            *parent,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean       tranche_letter_print_finish (GAsyncResult         *result,
                                            GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheLetter, tranche_letter_free)

G_END_DECLS
