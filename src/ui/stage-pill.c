/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/stage-pill.h"

#include "ui/stage-words.h"

struct _TrancheStagePill {
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *label;

  TrancheStage stage;
};

G_DEFINE_FINAL_TYPE (TrancheStagePill, tranche_stage_pill, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_STAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update (TrancheStagePill *self)
{
  const char *classes[] = { tranche_stage_css_class (self->stage), NULL };

  gtk_image_set_from_icon_name (self->icon, tranche_stage_icon_name (self->stage));
  gtk_label_set_label (self->label, tranche_stage_label (self->stage));
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

static void
tranche_stage_pill_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrancheStagePill *self = TRANCHE_STAGE_PILL (object);

  switch (prop_id) {
  case PROP_STAGE:
    g_value_set_enum (value, (int) self->stage);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_stage_pill_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TrancheStagePill *self = TRANCHE_STAGE_PILL (object);

  switch (prop_id) {
  case PROP_STAGE:
    tranche_stage_pill_set_stage (self, (TrancheStage) g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_stage_pill_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_STAGE_PILL);

  G_OBJECT_CLASS (tranche_stage_pill_parent_class)->dispose (object);
}

static void
tranche_stage_pill_class_init (TrancheStagePillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_stage_pill_get_property;
  object_class->set_property = tranche_stage_pill_set_property;
  object_class->dispose = tranche_stage_pill_dispose;

  properties[PROP_STAGE] =
    g_param_spec_enum ("stage", NULL, NULL, TRANCHE_TYPE_STAGE, TRANCHE_STAGE_DRAFT,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "stage-pill");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/stage-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheStagePill, icon);
  gtk_widget_class_bind_template_child (widget_class, TrancheStagePill, label);
}

static void
tranche_stage_pill_init (TrancheStagePill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
tranche_stage_pill_set_stage (TrancheStagePill *self,
                              TrancheStage      stage)
{
  g_return_if_fail (TRANCHE_IS_STAGE_PILL (self));

  if (self->stage == stage)
    return;

  self->stage = stage;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}
