/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets.h"

#include <string.h>

typedef gboolean (* Matches) (GtkWidget  *widget,
                              const void *data);

static GtkWidget *
find (GtkWidget  *root,
      gboolean    hidden_too,
      Matches     matches,
      const void *data)
{
  if (!hidden_too && !gtk_widget_get_child_visible (root))
    return NULL;
  if (!hidden_too && !gtk_widget_get_visible (root))
    return NULL;
  if (matches (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, hidden_too, matches, data);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static gboolean
is_button (GtkWidget  *widget,
           const void *data)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;
  const char *label;

  if (!GTK_IS_BUTTON (widget))
    return FALSE;

  label = gtk_button_get_label (GTK_BUTTON (widget));
  if (label == NULL)
    return FALSE;

  parts = g_strsplit (label, "_", -1);
  plain = g_strjoinv ("", parts);

  return strcmp (plain, data) == 0;
}

static gboolean
is_row (GtkWidget  *widget,
        const void *data)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

static gboolean
has_text (GtkWidget  *widget,
          const void *data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), data) != NULL;
}

static gboolean
is_type (GtkWidget  *widget,
         const void *data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  return find (root, FALSE, is_button, label);
}

GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  return find (root, FALSE, is_row, title);
}

gboolean
shows_text (GtkWidget  *root,
            const char *text)
{
  return find (root, FALSE, has_text, text) != NULL;
}

GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  return find (root, TRUE, is_type, &type);
}

void
press (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}
