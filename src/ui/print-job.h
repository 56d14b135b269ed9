/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What every kind of printing does alike.
 */

/* Measures in points, an embedded page setup, and @task to be completed when the
 * job was handed to the printer, or with an error; a closed dialog is
 * %G_IO_ERROR_CANCELLED. @task: (transfer full). */
void tranche_print_job_prepare (GtkPrintOperation *operation,
                                GtkPageSetup      *setup,
                                const char        *name,
                                GTask             *task);
/* Shows the dialog over @parent, or tells there why the desktop has none. Without
 * @parent (nullable) nobody is asked any more, and the job is a cancelled one. */
void tranche_print_job_run     (GtkPrintOperation *operation,
                                GtkWindow         *parent);

G_END_DECLS
