"""A pool of licences in the second licence store, which only beta knows.

https://learn.microsoft.com/graph/api/resources/cloudlicensing-allotment?view=graph-rest-beta
"""

from bot.sandbox.graph_objects.wire import ComplexValue, GraphObject, Guid


class Service(ComplexValue):
    """One service of the pool's product; `assignableTo` is a list with commas, such as `user,group`."""

    assignable_to: str = "user,group"
    plan_id: Guid
    plan_name: str


class Allotment(GraphObject):
    """Licences of one product that are handed out together."""

    allotted_units: int
    assignable_to: str = "user,group"
    consumed_units: int = 0
    services: tuple[Service, ...] = ()
    sku_id: Guid
    sku_part_number: str
