/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/accels.h"

static const struct {
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.help", { "F1" } },
  { "win.new-order", { "<Control>n" } },
  { "win.adopt-orders", { "<Control><Shift>n" } },
  { "win.search", { "<Control>f" } },
  { "win.lock", { "<Control>l" } },
  { "win.filter", { "<Control><Shift>f" } },
  { "win.day-report", { "<Control>d" } },
  { "win.refresh", { "F5", "<Control>r" } },
  /* Of one order or of several: only one of these is enabled. */
  { "win.commit", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.commit-selected", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.print", { "<Control>p" } },
  { "win.print-list", { "<Control><Shift>p" } },
  { "win.export", { "<Control>e" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.view::needs-action", { "<Control>1" } },
  { "win.view::today", { "<Control>2" } },
  { "win.view::waiting", { "<Control>3" } },
  { "win.view::cooling", { "<Control>4" } },
  { "win.view::committed", { "<Control>5" } },
  { "win.view::failed", { "<Control>6" } },
  { "win.view::all", { "<Control>7" } },
  { "win.saved-view(uint32 1)", { "<Control>8" } },
  { "win.saved-view(uint32 2)", { "<Control>9" } },
};

void
tranche_accels_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}
