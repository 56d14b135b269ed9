/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/navigation.h"

struct _TrancheNavigation {
  GObject parent_instance;

  TrancheShownView *shown;
  TrancheOrderListPage *page;          /* unowned */
  TrancheListHeader *header;           /* unowned */
  AdwOverlaySplitView *sidebar_split;  /* unowned */
  AdwNavigationSplitView *order_split; /* unowned */
};

G_DEFINE_FINAL_TYPE (TrancheNavigation, tranche_navigation, G_TYPE_OBJECT)

static void
show_list (TrancheNavigation *self)
{
  if (adw_overlay_split_view_get_collapsed (self->sidebar_split))
    adw_overlay_split_view_set_show_sidebar (self->sidebar_split, FALSE);
  adw_navigation_split_view_set_show_content (self->order_split, FALSE);
}

static void
tranche_navigation_dispose (GObject *object)
{
  g_clear_object (&TRANCHE_NAVIGATION (object)->shown);

  G_OBJECT_CLASS (tranche_navigation_parent_class)->dispose (object);
}

static void
tranche_navigation_class_init (TrancheNavigationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_navigation_dispose;
}

static void
tranche_navigation_init (TrancheNavigation *self)
{
}

TrancheNavigation *
tranche_navigation_new (TrancheShownView       *shown,
                        TrancheOrderListPage   *page,
                        TrancheListHeader      *header,
                        AdwOverlaySplitView    *sidebar_split,
                        AdwNavigationSplitView *order_split)
{
  TrancheNavigation *self;

  g_return_val_if_fail (TRANCHE_IS_SHOWN_VIEW (shown), NULL);

  self = g_object_new (TRANCHE_TYPE_NAVIGATION, NULL);
  self->shown = g_object_ref (shown);
  self->page = page;
  self->header = header;
  self->sidebar_split = sidebar_split;
  self->order_split = order_split;

  return self;
}

void
tranche_navigation_show_view (TrancheNavigation *self,
                              TrancheView        view,
                              const char        *account_id)
{
  g_return_if_fail (TRANCHE_IS_NAVIGATION (self));

  tranche_shown_view_change (self->shown, view, account_id);
  show_list (self);
}

void
tranche_navigation_show_saved (TrancheNavigation *self,
                               TrancheSavedView  *view)
{
  g_return_if_fail (TRANCHE_IS_NAVIGATION (self));

  tranche_shown_view_show_saved (self->shown, view);
  show_list (self);
}

void
tranche_navigation_show_order (TrancheNavigation *self,
                               gint64             order_id)
{
  g_return_if_fail (TRANCHE_IS_NAVIGATION (self));

  tranche_shown_view_show_whole (self->shown, TRANCHE_VIEW_ALL);
  tranche_order_list_page_select (self->page, order_id);
  adw_navigation_split_view_set_show_content (self->order_split, TRUE);
}

void
tranche_navigation_show_new_order (TrancheNavigation *self,
                                   TrancheOrder      *order)
{
  g_return_if_fail (TRANCHE_IS_NAVIGATION (self));

  tranche_shown_view_show_whole (self->shown, TRANCHE_VIEW_TODAY);
  tranche_order_list_page_select (self->page, tranche_order_get_id (order));
}

void
tranche_navigation_look_around (TrancheNavigation *self)
{
  g_return_if_fail (TRANCHE_IS_NAVIGATION (self));

  tranche_shown_view_show_whole (self->shown, TRANCHE_VIEW_NEEDS_ACTION);
  adw_navigation_split_view_set_show_content (self->order_split, FALSE);
}

void
tranche_navigation_search (TrancheNavigation *self,
                           const char        *text)
{
  g_return_if_fail (TRANCHE_IS_NAVIGATION (self));

  tranche_shown_view_show (self->shown, TRANCHE_VIEW_ALL, NULL);
  tranche_list_header_search (self->header, text);
  adw_navigation_split_view_set_show_content (self->order_split, FALSE);
}

void
tranche_navigation_search_all (TrancheNavigation *self)
{
  g_return_if_fail (TRANCHE_IS_NAVIGATION (self));

  tranche_shown_view_show (self->shown, TRANCHE_VIEW_ALL, NULL);
}
