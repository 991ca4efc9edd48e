export { axisFormat } from '../../shared/charts/time_axis';
