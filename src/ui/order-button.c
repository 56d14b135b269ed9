/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-button.h"

struct _TrancheOrderButton {
  AdwBin parent_instance;

  GtkWidget *button;

  char *label;
  char *action;
  char *why_not;
  gboolean suggested;
};

G_DEFINE_FINAL_TYPE (TrancheOrderButton, tranche_order_button, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_LABEL,
  PROP_ACTION,
  PROP_WHY_NOT,
  PROP_SUGGESTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_reason_cb (TrancheOrderButton *self,
              const char         *why_not)
{
  return why_not != NULL && *why_not != '\0';
}

static gboolean
is_pressable_cb (TrancheOrderButton *self,
                 const char         *why_not)
{
  return !is_reason_cb (self, why_not);
}

static void
clicked_cb (TrancheOrderButton *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), self->action, NULL);
}

/* Coloured only while it can be pressed, so that the eye finds the next step. */
static void
update_style (TrancheOrderButton *self)
{
  if (self->suggested && is_pressable_cb (self, self->why_not))
    gtk_widget_add_css_class (self->button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->button, "suggested-action");
}

static void
set_text (TrancheOrderButton *self,
          char              **field,
          const GValue       *value,
          guint               prop_id)
{
  const char *text = g_value_get_string (value);

  if (!g_set_str (field, text != NULL ? text : ""))
    return;

  update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
set_suggested (TrancheOrderButton *self,
               gboolean            suggested)
{
  if (self->suggested == suggested)
    return;

  self->suggested = suggested;
  update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTED]);
}

static void
tranche_order_button_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrancheOrderButton *self = TRANCHE_ORDER_BUTTON (object);

  switch (prop_id) {
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_ACTION:
    g_value_set_string (value, self->action);
    break;
  case PROP_WHY_NOT:
    g_value_set_string (value, self->why_not);
    break;
  case PROP_SUGGESTED:
    g_value_set_boolean (value, self->suggested);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_button_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TrancheOrderButton *self = TRANCHE_ORDER_BUTTON (object);

  switch (prop_id) {
  case PROP_LABEL:
    set_text (self, &self->label, value, prop_id);
    break;
  case PROP_ACTION:
    set_text (self, &self->action, value, prop_id);
    break;
  case PROP_WHY_NOT:
    set_text (self, &self->why_not, value, prop_id);
    break;
  case PROP_SUGGESTED:
    set_suggested (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_BUTTON);

  G_OBJECT_CLASS (tranche_order_button_parent_class)->dispose (object);
}

static void
tranche_order_button_finalize (GObject *object)
{
  TrancheOrderButton *self = TRANCHE_ORDER_BUTTON (object);

  g_free (self->label);
  g_free (self->action);
  g_free (self->why_not);

  G_OBJECT_CLASS (tranche_order_button_parent_class)->finalize (object);
}

static void
tranche_order_button_class_init (TrancheOrderButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_order_button_get_property;
  object_class->set_property = tranche_order_button_set_property;
  object_class->dispose = tranche_order_button_dispose;
  object_class->finalize = tranche_order_button_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, "", flags);
  properties[PROP_WHY_NOT] = g_param_spec_string ("why-not", NULL, NULL, "", flags);
  properties[PROP_SUGGESTED] = g_param_spec_boolean ("suggested", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderButton, button);
  gtk_widget_class_bind_template_callback (widget_class, is_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_pressable_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
tranche_order_button_init (TrancheOrderButton *self)
{
  self->label = g_strdup ("");
  self->action = g_strdup ("");
  self->why_not = g_strdup ("");

  gtk_widget_init_template (GTK_WIDGET (self));
}
