/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/shortcut-row.h"

struct _TrancheShortcutRow {
  AdwActionRow parent_instance;

  GtkWidget *keys;
};

G_DEFINE_FINAL_TYPE (TrancheShortcutRow, tranche_shortcut_row, ADW_TYPE_ACTION_ROW)

enum {
  PROP_0,
  PROP_ACCELERATOR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tranche_shortcut_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id) {
  case PROP_ACCELERATOR:
    tranche_shortcut_row_set_accelerator (TRANCHE_SHORTCUT_ROW (object),
                                          g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_shortcut_row_class_init (TrancheShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = tranche_shortcut_row_set_property;

  properties[PROP_ACCELERATOR] =
    g_param_spec_string ("accelerator", NULL, NULL,
                         NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_shortcut_row_init (TrancheShortcutRow *self)
{
  self->keys = gtk_label_new (NULL);
  gtk_widget_set_valign (self->keys, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->keys, "keycap");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->keys);
}

void
tranche_shortcut_row_set_accelerator (TrancheShortcutRow *self,
                                      const char         *accelerator)
{
  g_autofree char *label = NULL;
  GdkModifierType modifiers;
  guint key;

  g_return_if_fail (TRANCHE_IS_SHORTCUT_ROW (self));
  g_return_if_fail (accelerator != NULL && gtk_accelerator_parse (accelerator, &key, &modifiers));

  label = gtk_accelerator_get_label (key, modifiers);
  gtk_label_set_label (GTK_LABEL (self->keys), label);
}
